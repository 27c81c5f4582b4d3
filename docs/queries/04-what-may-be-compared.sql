-- Which measures may be compared, for which kinds of period and area, and with what care?
SELECT m.title AS measure, c.period_kind, c.area_kind, o.title AS other_measure, c.other_period_kind, c.other_area_kind, c.documents, c.areas,
  c.may_compare, c.reason
FROM comparisons c
JOIN measures m ON m.measure_id = c.measure_id
JOIN measures o ON o.measure_id = c.other_measure_id
ORDER BY c.may_compare = 'no', measure;
