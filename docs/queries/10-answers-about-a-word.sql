-- Which answers speak of training?
-- Put another word between the percent signs.
SELECT document_title, question_title, subject, answer, line
FROM all_answers
WHERE answer LIKE '%training%' OR question_title LIKE '%training%'
ORDER BY document_title, line;
