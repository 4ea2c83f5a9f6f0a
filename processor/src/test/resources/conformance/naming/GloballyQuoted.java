// option: migratable.quoteIdentifiers=true
// setting: hibernate.globally_quoted_identifiers=true
package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Set;

@Migratable
@Entity
class Owner {

    @Id
    @GeneratedValue
    long id;
}

enum Color {
    RED,
    GREEN
}

@Migratable
@Entity
@Table(indexes = @Index(name = "IX_Mail", columnList = "emailAddress"))
class CustomerOrder {

    @Id
    long id;

    String emailAddress;

    @Column(name = "USER", unique = true)
    String user;

    @Column(name = "`Quoted`")
    String quoted;

    Color order;

    @ManyToOne
    Owner mainOwner;

    @ElementCollection
    Set<String> phoneNumbers;
}
