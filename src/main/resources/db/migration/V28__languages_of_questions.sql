-- A question names the language it is put in; until now there was one other than English.
update question_set set content = cast(replace(replace(cast(content as text),
    '"japanese": true', '"language": "ja"'), '"japanese": false', '"language": "en"') as jsonb);
