-- One page has many addresses ("www.", "?utm_source=..."), which only a program can compare. This finds those that may be
-- of one page: by the path, from its first "/" as far as it is written in plain characters, that is what
-- ltrim() of these characters takes away. An expression, so that it holds whoever writes; the view article_pages has the same.
create index articles_page on articles (
    rtrim(
        substr(
            substr(replace(url, '://', ':'), instr(replace(url, '://', ':') || '/', '/')),
            1,
            length(substr(replace(url, '://', ':'), instr(replace(url, '://', ':') || '/', '/')))
                - length(ltrim(substr(replace(url, '://', ':'), instr(replace(url, '://', ':') || '/', '/')), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/'))
        ),
        '/'
    ),
    url
) where url is not null;
