-- Nobody asks for one span of a list: as rows of their own they made up a quarter of all rows.
alter table quote add column segments text;
alter table funding_fact add column evidence text;
alter table meeting add column topics text;
alter table meeting add column evidence text;
alter table article add column authors text;

update quote
set segments = coalesce(
    (select string_agg(
                concat(case when s.verbatim then '' else '~' end, s.start_offset, '-', s.end_offset), ' ' order by s.position)
     from quote_segments s where s.quote_id = quote.id),
    '');

update funding_fact
set evidence = coalesce(
    (select string_agg(concat(s.start_offset, '-', s.end_offset), ' ' order by s.position)
     from funding_fact_evidence s where s.funding_fact_id = funding_fact.id),
    '');

update meeting
set topics = coalesce(
        (select string_agg(concat(s.start_offset, '-', s.end_offset), ' ' order by s.position)
         from meeting_topics s where s.meeting_id = meeting.id),
        ''),
    evidence = coalesce(
        (select string_agg(concat(s.start_offset, '-', s.end_offset), ' ' order by s.position)
         from meeting_evidence s where s.meeting_id = meeting.id),
        '');

update article
set authors = coalesce(
    (select string_agg(concat(s.start_offset, '-', s.end_offset), ' ' order by s.position)
     from article_authors s where s.article_id = article.id),
    '');

alter table quote alter column segments set not null;
alter table funding_fact alter column evidence set not null;
alter table meeting alter column topics set not null;
alter table meeting alter column evidence set not null;
alter table article alter column authors set not null;

drop table quote_segments;
drop table funding_fact_evidence;
drop table meeting_topics;
drop table meeting_evidence;
drop table article_authors;
