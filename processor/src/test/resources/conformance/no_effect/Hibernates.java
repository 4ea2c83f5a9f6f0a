package conformance.no_effect;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.CacheLayout;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.ColumnTransformers;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.FetchProfile;
import org.hibernate.annotations.FetchProfiles;
import org.hibernate.annotations.FetchProfileOverride;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterDefs;
import org.hibernate.annotations.Filters;
import org.hibernate.annotations.Imported;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.QueryCacheLayout;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.annotations.SortComparator;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

public class Hibernates implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        return other.compareTo(one);
    }
}

@Entity
@Migratable
@BatchSize(size = 7)
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
@NaturalIdCache(region = "r")
@QueryCacheLayout(layout = CacheLayout.FULL)
@ConcreteProxy
@FetchProfile(name = "f1")
@FetchProfiles({@FetchProfile(name = "f2"), @FetchProfile(name = "f3")})
@FilterDef(name = "d1", parameters = @ParamDef(name = "a", type = String.class))
@FilterDefs({@FilterDef(name = "d2")})
@Filter(name = "d1", condition = "name = :a")
@Filters({@Filter(name = "d2", condition = "name is null")})
@Imported
@OptimisticLocking(type = OptimisticLockType.VERSION)
@SQLInsert(sql = "insert into thing (name, id) values (?, ?)")
@SQLUpdate(sql = "update thing set name = ? where id = ?")
@SQLDelete(sql = "delete from thing where id = ?")
class Thing {
    @Id Long id;

    @NaturalId
    @OptimisticLock(excluded = true)
    @ColumnTransformers({@ColumnTransformer(forColumn = "name", read = "upper(name)")})
    String name;

    @ManyToOne

    @Fetch(FetchMode.SELECT)
    @FetchProfileOverride(profile = "f1")
    Thing other;

    @ElementCollection
    @SortComparator(Hibernates.class)
    SortedSet<String> tags;

    @ElementCollection
    @SQLOrder("words")
    List<String> words;
}
