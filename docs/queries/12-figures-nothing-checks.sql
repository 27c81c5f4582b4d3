-- Which figures take part in no check at all?
SELECT t.title AS "table", count(*) AS unchecked, t.figures AS of_figures
FROM figures f
JOIN tables t ON t.table_id = f.table_id
LEFT JOIN check_members m ON m.figure_id = f.figure_id
WHERE m.check_id IS NULL
GROUP BY f.table_id
ORDER BY unchecked DESC;
