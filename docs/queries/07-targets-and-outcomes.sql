-- Which targets and forecasts are printed?
SELECT document_title, measure_title, area_title, period_start, period_end, value_kind, value_as_published, figure_id
FROM all_figures
WHERE value_kind <> 'actual'
ORDER BY document_title, measure_title;
