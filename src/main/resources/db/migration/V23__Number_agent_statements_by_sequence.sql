-- Ids that are known before the row is written let many rows be written at once. What is there keeps its order, in front of
-- all that will come.
create sequence agent_statement_id start with 1 increment by 100;
update agent_name set id = id - 1000000000000;
update agent_role set id = id - 1000000000000;
update agent_same_as set id = id - 1000000000000;
