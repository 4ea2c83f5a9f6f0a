package conformance.list_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ListIndexJavaType;
import org.hibernate.annotations.ListIndexJdbcType;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

@Embeddable
class Part {
    @ManyToMany
    @JoinTable(name = "part_links")
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    List<Thing> links;
}

@MappedSuperclass
class Base {
    @Id Long id;

    @ElementCollection
    @ListIndexJavaType(LongJavaType.class)
    List<Integer> inherited;
}

@Entity
@Migratable
class Thing extends Base {
    @ManyToMany
    @JoinTable(name = "others")
    @ListIndexJdbcTypeCode(SqlTypes.BIGINT)
    List<Thing> others;

    @OneToMany
    @JoinColumn(name = "whole")
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    List<Thing> parts;

    @ManyToOne Thing parent;

    @OneToMany(mappedBy = "parent")
    @ListIndexJavaType(LongJavaType.class)
    List<Thing> children;

    @OneToMany
    @JoinTable(name = "joined")
    @ListIndexJdbcType(SmallIntJdbcType.class)
    List<Thing> joined;

    Part part;
}
