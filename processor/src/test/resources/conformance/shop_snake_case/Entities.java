// option: migratable.naming=snake_case
package conformance.shop_snake_case;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

enum DeliveryState {
    OPEN,
    DONE
}

@Entity
@Migratable
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"someName", "x1Y"}),
        indexes = @Index(columnList = "aURLThing, parentRef_theId"))
class CustomerOrder {
    @Id
    @GeneratedValue
    Long theId;

    String someName;
    String aURLThing;
    String x1Y;
    String a1B2;
    String URL;

    @Enumerated(EnumType.STRING)
    DeliveryState deliveryState;

    @Column(name = "Explicit_NameHere")
    String explicit;

    @Column(name = "`Quoted Name`")
    String quoted;

    @Column(unique = true)
    String uniqueCode;

    @ManyToOne
    CustomerOrder parentRef;
}
