package dev.migratable.examples.shop;

import dev.migratable.annotations.Backfill;
import dev.migratable.annotations.Migratable;
import dev.migratable.annotations.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Migratable
@Table(uniqueConstraints = @UniqueConstraint(name = "customer_email_address_key", columnNames = "email_address"))
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "first_name", nullable = false, length = 60)
    String firstName;

    @Column(name = "last_name", nullable = false, length = 60)
    String lastName;

    // a required column: existing rows, and rows that the old version inserts meanwhile, get their value from this
    @Backfill("first_name || ' ' || last_name")
    @Column(name = "display_name", nullable = false, length = 130)
    String displayName;

    // a rename by dual write: the old version goes on under the old name
    @RenamedFrom("email")
    @Column(name = "email_address", nullable = false, length = 120)
    String emailAddress;

    // a wider varchar: metadata only
    @Column(length = 120)
    String city;

    // a nullable column: metadata only
    @Column(length = 30)
    String phone;

    // a constant default: metadata only
    @ColumnDefault("0")
    @Column(name = "loyalty_points", nullable = false)
    Integer loyaltyPoints;
}
