-- Why do some cells have no number?
SELECT document_title, value_marker_title AS marker, withheld_reason_title AS reason, count(*) AS cells
FROM all_figures
WHERE value IS NULL
GROUP BY document_id, value_marker, withheld_reason
ORDER BY cells DESC;
