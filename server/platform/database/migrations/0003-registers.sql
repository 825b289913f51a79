-- What an imported row says beside power and limits: conduct, example, reasons to confirm, information on other consequences.
alter table faheng.item_version add column details jsonb not null default '{}';

-- Parties are looked up by the beginning of the name; "C" so that the range operators are index and leakproof (D10).
create index party_by_name on faheng.party (region, name collate "C", id);
