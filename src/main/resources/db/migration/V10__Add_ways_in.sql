-- A headline that does not stand in the text, as the article's sender gave it.
alter table article add column headline_as_supplied varchar(1000);
-- Which extractor wrote its dossier; null where a person did, or where there is none.
alter table article add column extractor varchar(64);
create index article_by_sha256 on article (sha256);

-- Who withdrew it; null where its dossier no longer had it.
alter table withdrawal add column withdrawn_by varchar(1000);

-- All that was held of an article that was withdrawn as a whole; who did it, when and why is in withdrawal.
create table withdrawn_article (
    id       varchar(64)                 not null primary key,
    sha256   varchar(64)                 not null,
    added_at timestamp(6) with time zone not null,
    text     text                        not null,
    dossier  text                        not null
);

create index withdrawn_article_by_sha256 on withdrawn_article (sha256);
