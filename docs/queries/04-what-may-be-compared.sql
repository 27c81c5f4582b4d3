-- Which pairs of measures may be compared across documents, and with what care?
SELECT m.title AS measure, a.title AS area, o.title AS other_measure, b.title AS other_area, c.may_compare, c.reason
FROM comparisons c
JOIN measures m ON m.measure_id = c.measure_id
JOIN measures o ON o.measure_id = c.other_measure_id
JOIN areas a ON a.area_id = c.area_id
JOIN areas b ON b.area_id = c.other_area_id
ORDER BY c.may_compare = 'no', measure;
