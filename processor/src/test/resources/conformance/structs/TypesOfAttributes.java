package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

@Embeddable
@Struct(
        name = "everything",
        attributes = {
            "note", "document", "code", "price", "day", "moment", "key", "bytes", "tags", "length", "open"
        })
class Everything {
    @Column(length = 20)
    String code;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    LocalDate day;
    Instant moment;
    UUID key;
    byte[] bytes;
    String[] tags;
    Duration length;
    boolean open;

    @Column(columnDefinition = "text")
    String note;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> document;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Everything everything;
}
