-- Which printed totals differ most from their parts?
-- The difference is what is printed less what we calculate. We do not say which of the two is wrong.
SELECT document_id, check_id, printed, recomputed, difference
FROM checks
WHERE verdict = 'discrepancy' AND rule = 'total'
ORDER BY abs(difference) DESC;
