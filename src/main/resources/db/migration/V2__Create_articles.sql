create table article (
    id                              varchar(64)                 not null primary key,
    sha256                          varchar(64)                 not null,
    text                            text                        not null,
    length_code_points              integer                     not null,
    added_at                        timestamp(6) with time zone not null,
    in_language                     varchar(64),
    headline                        text,
    headline_span_start             integer,
    headline_span_end               integer,
    publisher                       varchar(1000),
    date_published                  varchar(10),
    date_published_as_stated_start  integer,
    date_published_as_stated_end    integer,
    source_url                      varchar(2000),
    dossier_sha256                  varchar(64),
    words                           text                        not null
);

create table article_authors (
    article_id    varchar(64) not null references article,
    position      integer     not null,
    start_offset  integer     not null,
    end_offset    integer     not null,
    primary key (article_id, position)
);

-- Records that were served once and are no more.
create table withdrawal (
    id           varchar(80)                 not null primary key,
    reason       text                        not null,
    withdrawn_at timestamp(6) with time zone not null
);
