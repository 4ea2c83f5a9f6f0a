package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.MapKeyJavaType;
import org.hibernate.annotations.MapKeyJdbcType;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @MapKeyJdbcType(org.hibernate.type.descriptor.jdbc.SmallIntJdbcType.class)
    Map<Integer, String> names;
    
    @ElementCollection
    @MapKeyJavaType(org.hibernate.type.descriptor.java.StringJavaType.class)
    Map<String, String> texts;
}
