-- Which figures are given month by month?
-- Months of one measure stand in order of time. A month that is not there was not printed.
SELECT measure_title, breakdown_1_category_title, area_title, period_start, value, value_as_published
FROM all_figures
WHERE period_months = 1
ORDER BY measure_title, breakdown_1_category_title, area_title, period_start;
