-- Who brought in a file that was there already may open it too: one look by content, for each file that is opened.
create index upload_by_hash on faheng.upload (region, hash) where hash is not null;
