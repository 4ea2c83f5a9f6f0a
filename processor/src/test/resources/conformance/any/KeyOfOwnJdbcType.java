// refused: MAP01; Thing.what; @AnyKeyJdbcType; add @JoinColumn(columnDefinition
package conformance.any;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AnyKeyJavaType;
import org.hibernate.annotations.AnyKeyJdbcType;
import org.hibernate.annotations.AnyKeyJdbcTypeCode;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyKeyJdbcType(Own.class)
    @JoinColumn(name = "what_id")
    Object what;
}

class Own extends BigIntJdbcType {}
