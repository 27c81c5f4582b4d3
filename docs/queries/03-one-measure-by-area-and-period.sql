-- Which measures do we have for more than one area?
-- Figures of two areas may count different things. The next query says which of them may be compared.
SELECT measure_title, count(DISTINCT area_id) AS areas, group_concat(DISTINCT area_title) AS names, count(*) AS figures
FROM all_figures
GROUP BY measure_id
HAVING count(DISTINCT area_id) > 1
ORDER BY areas DESC, figures DESC;
