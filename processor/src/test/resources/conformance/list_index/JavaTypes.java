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
    @ListIndexJavaType(LongJavaType.class)
    List<String> big;

    @ElementCollection
    @ListIndexJavaType(IntegerJavaType.class)
    List<String> plain;

    @ElementCollection
    @ListIndexJavaType(ShortJavaType.class)
    List<String> small;

    @ElementCollection
    @ListIndexJavaType(ByteJavaType.class)
    List<String> tiny;

    @ElementCollection
    @ListIndexJavaType(BigIntegerJavaType.class)
    List<String> huge;

    @ElementCollection
    @ListIndexJavaType(BigDecimalJavaType.class)
    List<String> decimal;

    @ElementCollection
    @ListIndexJavaType(DoubleJavaType.class)
    List<String> floating;

    @ElementCollection
    @ListIndexJavaType(LongJavaType.class)
    @ListIndexJdbcTypeCode(SqlTypes.NUMERIC)
    List<String> two;

    @ElementCollection
    @OrderColumn(columnDefinition = "smallint")
    @ListIndexJavaType(Own.class)
    List<String> own;
}

class Own extends IntegerJavaType {}
