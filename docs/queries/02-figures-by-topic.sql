-- How many figures and answers are there on each topic?
SELECT topic_title, sum(figures) AS figures, sum(answers) AS answers
FROM (
  SELECT topic_title, 1 AS figures, 0 AS answers FROM all_figures
  UNION ALL
  SELECT topic_title, 0, 1 FROM all_answers
)
GROUP BY topic_title
ORDER BY figures DESC;
