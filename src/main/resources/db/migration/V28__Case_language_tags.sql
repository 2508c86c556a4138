-- Tags are kept as RFC 5646, 2.1.1 recommends to write them, so that one case is looked for: a language alone, or with a
-- region.
update article
   set in_language = lower(in_language)
 where length(in_language) in (2, 3) and in_language <> lower(in_language);

update article
   set in_language = lower(substring(in_language from 1 for 2)) || '-' || upper(substring(in_language from 4))
 where length(in_language) = 5
   and substring(in_language from 3 for 1) = '-'
   and in_language <> lower(substring(in_language from 1 for 2)) || '-' || upper(substring(in_language from 4));
