-- In which articles of its text a pair occurs: two common words are in every text, and together in few articles. One bit for each
-- article in the order of the text; null in texts loaded before, which are looked into whole.
alter table faheng.statute_word add column places bit varying;
