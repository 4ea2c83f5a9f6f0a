package conformance.list_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Bag;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ListIndexJavaType;
import org.hibernate.annotations.ListIndexJdbcType;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

@ListIndexJdbcTypeCode(SqlTypes.BIGINT)
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Big {}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    Set<String> set;

    @ElementCollection
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    Map<String, String> map;

    @ElementCollection
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    Collection<String> collection;

    @ElementCollection
    @ListIndexBase(2)
    Collection<String> based;

    @ElementCollection
    @Bag
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    List<String> bag;

    @ElementCollection
    @CollectionId(column = @Column(name = "word_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Long.class)
    @ListIndexBase(2)
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    List<String> identified;

    @ElementCollection
    @CollectionId(column = @Column(name = "word_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Long.class)
    Collection<String> identifiedCollection;

    @ElementCollection
    @Big
    List<String> meta;

    @ElementCollection
    @OrderColumn
    @Big
    List<String> ordered;
}
