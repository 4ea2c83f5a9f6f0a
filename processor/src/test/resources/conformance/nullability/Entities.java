package conformance.nullability;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Migratable
class Nullability {
    @Id
    @Column(nullable = true)
    long id;

    int plain;

    @Column
    int withColumn;

    @Column(name = "named")
    boolean withName;

    @Basic
    int basic;

    @Basic(optional = false)
    String basicRequired;

    @Basic(optional = false)
    @Column(nullable = true)
    String contradiction;

    @Column(nullable = false)
    long requiredPrimitive;

    @ColumnDefault("0")
    int withDefault;

    @Version
    @Column
    int version;
}
