-- The language that somebody gave a claim. Without one, a claim has that of the first article it was found in: see claim_languages.
alter table claims add column language text;
