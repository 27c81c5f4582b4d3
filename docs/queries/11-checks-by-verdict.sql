-- How do the checks of each document come out?
SELECT document_id, verdict, count(*) AS checks
FROM checks
GROUP BY document_id, verdict
ORDER BY document_id, checks DESC;
