-- Which article it was of, so that all that was held of one article is found without walking the table.
alter table withdrawal add column article_id varchar(64);

update withdrawal
set article_id = case when position('.' in id) = 0 then id else substring(id from 1 for position('.' in id) - 1) end;

alter table withdrawal alter column article_id set not null;

create index withdrawal_by_article on withdrawal (article_id, id);
