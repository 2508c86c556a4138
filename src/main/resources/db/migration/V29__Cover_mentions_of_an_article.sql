-- A page of records asks what each of their articles says of its agents: the index has all of that, so that no row is read.
create index agent_mention_of_article on agent_mention (article_id, agent_id, profile_id);
drop index agent_mention_by_article;
