package dev.migratable.examples.shop;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Migratable
@Table(uniqueConstraints = @UniqueConstraint(name = "customer_email_key", columnNames = "email"))
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "first_name", nullable = false, length = 60)
    String firstName;

    @Column(name = "last_name", nullable = false, length = 60)
    String lastName;

    @Column(nullable = false, length = 120)
    String email;

    @Column(length = 40)
    String city;
}
