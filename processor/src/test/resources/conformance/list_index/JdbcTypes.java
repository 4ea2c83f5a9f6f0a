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

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @OrderColumn(name = "place", nullable = false)
    @ListIndexJdbcType(SmallIntJdbcType.class)
    List<String> small;

    @ElementCollection
    @ListIndexJdbcType(TinyIntJdbcType.class)
    List<String> tiny;

    @ElementCollection
    @ListIndexJdbcTypeCode(SqlTypes.BIGINT)
    List<String> big;

    @ElementCollection
    @ListIndexBase(1)
    @ListIndexJdbcTypeCode(SqlTypes.NUMERIC)
    List<String> number;

    @ElementCollection
    @ListIndexJdbcTypeCode(SqlTypes.DOUBLE)
    List<String> floating;

    @ElementCollection
    @ListIndexJdbcTypeCode(SqlTypes.REAL)
    List<String> single;

    @ElementCollection
    @ListIndexJdbcType(BigIntJdbcType.class)
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    List<String> two;

    @ElementCollection
    @OrderColumn(columnDefinition = "numeric(5)")
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    List<String> defined;

    @ElementCollection
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    String[] fixed;

    @ElementCollection
    @OrderBy
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    List<String> sorted;
}
