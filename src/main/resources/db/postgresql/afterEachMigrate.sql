-- Runs behind each migration, within its transaction. Names, ids and languages have one order on every database, that of
-- their code points, whatever the collation of this one; and only in that order does an index find what begins with a
-- prefix. New columns of text are taken care of by themselves.
do $$
declare
    text_column record;
begin
    for text_column in
        select a.attrelid::regclass as owner, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_collation o on o.oid = a.attcollation
        where c.relnamespace = current_schema()::regnamespace
            and c.relkind = 'r'
            and c.relname <> 'flyway_schema_history'
            and not a.attisdropped
            and o.collname <> 'C'
    loop
        execute format(
            'alter table %s alter column %I type %s collate "C"', text_column.owner, text_column.name, text_column.type);
    end loop;
end $$;
