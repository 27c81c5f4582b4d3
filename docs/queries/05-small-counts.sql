-- Which printed counts are below five?
-- Small counts are shown as the publisher printed them.
SELECT document_title, measure_title, breakdown_1_category_title, area_title, period_start, value_as_published
FROM all_figures
WHERE unit = 'count' AND value < 5
ORDER BY value, document_title;
