-- A county has many procedures now: the list of one must not walk through all the others. Columns that acts leave alone (D12),
-- but for the stage, by which a unit head counts.
create index matter_of_procedure on faheng.matter (region, procedure, filed desc, id desc);            -- supervisor: newest of one kind
create index matter_of_body_procedure on faheng.matter (region, body, procedure, filed desc, id desc); -- head, reviewer
create index matter_of_unit_procedure on faheng.matter (region, unit, procedure, filed desc, id desc); -- unit head
create index matter_of_unit_stage on faheng.matter (region, unit, stage, filed desc, id desc);         -- unit head: by stage
