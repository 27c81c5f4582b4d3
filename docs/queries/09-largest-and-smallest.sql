-- What are the largest and the smallest number of each measure that has ten figures or more?
SELECT measure_title, unit_title, count(*) AS figures, min(value) AS smallest, max(value) AS largest
FROM all_figures
WHERE value IS NOT NULL
GROUP BY measure_id
HAVING count(*) >= 10
ORDER BY figures DESC;
