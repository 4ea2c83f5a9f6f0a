package conformance.no_effect;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.CacheLayout;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.CollectionIdMutability;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterJoinTable;
import org.hibernate.annotations.FilterJoinTables;
import org.hibernate.annotations.HQLSelect;
import org.hibernate.annotations.MapKeyMutability;
import org.hibernate.annotations.QueryCacheLayout;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLDeleteAll;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.annotations.SqlFragmentAlias;
import org.hibernate.annotations.Synchronize;
import org.hibernate.type.descriptor.java.Immutability;

@Embeddable
class Links {
    @ManyToMany
    @JoinTable(name = "embedded_link")
    @FilterJoinTable(name = "recent", condition = "embedded_id > 0")
    Set<Thing> embedded;
}

@Entity
@Migratable
@FilterDef(name = "recent", defaultCondition = "others_id > 0")
@FilterDef(name = "old", defaultCondition = "others_id < 0")
class Thing {
    @Id Long id;

    @ManyToMany
    @FilterJoinTable(
            name = "recent",
            deduceAliasInjectionPoints = false,
            condition = "{j}.others_id > 0",
            aliases = @SqlFragmentAlias(alias = "j", table = "thing_thing", entity = Thing.class))
    Set<Thing> others;

    @OneToMany
    @FilterJoinTables({@FilterJoinTable(name = "recent"), @FilterJoinTable(name = "old")})
    @JoinTable(name = "part")
    @QueryCacheLayout(layout = CacheLayout.FULL)
    @Synchronize(value = "thing_log", logical = false)
    List<Thing> parts;

    @ElementCollection
    @MapKeyMutability(Immutability.class)
    Map<Date, String> names;

    @ElementCollection
    @CollectionId(column = @Column(name = "word_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Long.class)
    @CollectionIdMutability(Immutability.class)
    List<String> words;

    @ElementCollection
    @SQLInsert(sql = "insert into thing_tags (thing_id, tags) values (?, ?)")
    @SQLUpdate(sql = "update thing_tags set tags = ? where thing_id = ?")
    @SQLDelete(sql = "delete from thing_tags where thing_id = ? and tags = ?")
    @SQLDeleteAll(sql = "delete from thing_tags where thing_id = ?")
    Set<String> tags;

    @OneToMany
    @JoinColumn(name = "whole")
    @HQLSelect(query = "from Thing where id > ?1")
    Set<Thing> below;

    @Embedded Links links;
}
