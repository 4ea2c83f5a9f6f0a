package conformance.quoted;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

enum Kind {
    ONE,
    TWO
}

@Entity
@Migratable
@Table(name = "`Quoted`", schema = "`Sch`", uniqueConstraints = @UniqueConstraint(columnNames = {"`A Name`", "plain"}))
class Quoted {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Column(name = "`ID`")
    Long id;

    @Column(name = "`A Name`")
    String name;

    @Column(name = "\"order\"")
    String order;

    String plain;

    @Enumerated(EnumType.STRING)
    @Column(name = "`Kind`")
    Kind kind;

    @Column(name = "`user`")
    Kind user;

    @ManyToOne
    Quoted parent;

    @ManyToOne
    @JoinColumn(name = "`P2`")
    Quoted second;
}

@Entity
@Migratable
@Table(name = "with space")
class WithSpace {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}
