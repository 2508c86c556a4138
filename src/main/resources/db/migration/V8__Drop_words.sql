-- Texts are found through the index now.
alter table article drop column words;
alter table quote drop column words;
alter table funding_fact drop column words;
alter table meeting drop column words;
