create table funding_fact (
    id                     varchar(80) not null primary key,
    article_id             varchar(64) not null references article,
    start_offset           integer     not null,
    ordinal                integer     not null,
    kind                   varchar(20) not null,
    fund                   varchar(1000),
    fund_words             varchar(3002),
    provider_id            varchar(64) references agent,
    receiver_id            varchar(64) references agent,
    amount_status          varchar(20) not null,
    amount_value           numeric(24, 6),
    amount_min_value       numeric(24, 6),
    amount_max_value       numeric(24, 6),
    amount_currency        varchar(3),
    amount_currency_status varchar(20) not null,
    amount_as_stated_start integer,
    amount_as_stated_end   integer,
    -- What the amount is for certain, to search by; null where the article does not say, so never found as 0.
    amount_at_least        numeric(24, 6),
    amount_at_most         numeric(24, 6),
    date_value             varchar(10),
    date_precision         varchar(20),
    date_first             date,
    date_last              date,
    date_as_stated_start   integer,
    date_as_stated_end     integer,
    review_status          varchar(20) not null,
    words                  text        not null,
    unique (article_id, start_offset, ordinal)
);

create index funding_fact_by_provider on funding_fact (provider_id, article_id, start_offset, ordinal);
create index funding_fact_by_receiver on funding_fact (receiver_id, article_id, start_offset, ordinal);

create table funding_fact_evidence (
    funding_fact_id varchar(80) not null references funding_fact,
    position        integer     not null,
    start_offset integer     not null,
    end_offset   integer     not null,
    primary key (funding_fact_id, position)
);

create table funding_fact_also_reported_in (
    funding_fact_id varchar(80) not null references funding_fact,
    other_id        varchar(80) not null,
    primary key (funding_fact_id, other_id)
);
