-- The folder of seeds that was imported last: names, sizes and times of its files, and which extractor read them.
create table seed_folder (
    id     integer not null primary key check (id = 1),
    digest varchar(64)
);

insert into seed_folder (id, digest) values (1, null);
