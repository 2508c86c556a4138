-- What came last, and what happened last. There is none for a filter: it would not have the order of the list, and H2
-- would take it all the same.
create index article_by_added_at on article (added_at desc, id);
create index meeting_by_date on meeting (date_first desc nulls last, article_id, start_offset, ordinal);

-- The publisher in lower case. Databases differ in what that is beyond ASCII, so the service says it from here on.
alter table article add column publisher_folded varchar(3000);
update article set publisher_folded = lower(publisher);
