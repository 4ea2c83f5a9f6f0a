package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JavaType;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JavaType(org.hibernate.type.descriptor.java.ByteArrayJavaType.class)
    Byte[] bytes;

    @JavaType(org.hibernate.type.descriptor.java.CharacterArrayJavaType.class)
    Character[] letters;
}
