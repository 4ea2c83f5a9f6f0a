not exists (select from {parent} as referenced where {match})
