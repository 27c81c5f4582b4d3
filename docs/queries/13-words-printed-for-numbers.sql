-- Where is a number printed as something else than digits?
SELECT document_title, measure_title, value_as_published, value, qualifier_title, line
FROM all_figures
WHERE value IS NOT NULL AND value_as_published GLOB '*[A-Za-z]*'
ORDER BY document_title, line;
