package conformance.definitions;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.JoinColumn;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

@Entity
@Migratable
class Definitions {
    @Id
    @Column(columnDefinition = "char(5)")
    String id;

    @Column(columnDefinition = "text default 'it''s, not null'")
    String withDefault;

    @Column(columnDefinition = "jsonb")
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> json;

    @Column(columnDefinition = "varchar(10) NOT NULL")
    String required;

    @Column(columnDefinition = "numeric(12,4) default 0 not null")
    java.math.BigDecimal bothClauses;

    @Column(columnDefinition = "timestamp(3) with time zone", nullable = false)
    java.time.Instant instant;

    @Column(columnDefinition = "text[]")
    String[] texts;

    @Column(columnDefinition = "text default null")
    String defaultNull;

    @Lob
    @Column(columnDefinition = "text")
    String lob;

    @Lob
    String largeText;

    @Lob
    byte[] largeBytes;

    @Nationalized
    String nationalized;

    @ManyToOne
    Definitions parent;

    @ManyToOne
    @JoinColumn(name = "other", columnDefinition = "char(5)")
    Definitions other;
}
