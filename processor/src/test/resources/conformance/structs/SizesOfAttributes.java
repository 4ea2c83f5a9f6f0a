package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.Struct;

enum Color {
    RED,
    GREEN
}

@Embeddable
@Struct(name = "everything")
class Everything {
    byte z01;
    short z02;
    int z03;
    long z04;
    float z05;
    boolean z07;
    char z08;
    String z09;
    BigDecimal z10;
    BigInteger z11;
    UUID z12;
    byte[] z13;
    LocalDate z14;
    LocalTime z15;
    LocalDateTime z16;
    Instant z17;
    OffsetDateTime z18;
    Year z20;
    ZoneOffset z21;
    Currency z22;
    Locale z23;
    TimeZone z24;
    URL z25;
    InetAddress z26;
    Class<?> z27;
    Color z28;
    java.util.Date z29;
    java.sql.Timestamp z30;
    List<Integer> z31;

    @Enumerated(EnumType.STRING)
    Color z32;

    @Column(length = 5)
    String z33;

    @Column(length = 300)
    String z34;

    @Column(precision = 200, scale = 2)
    BigDecimal z35;

    @Lob
    String z36;

    @Lob
    byte[] z37;

    @Column(length = 255)
    char[] z38;

    Boolean a39;
    Character a40;
    Integer[] a41;
    java.io.Serializable a42;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Everything everything;
}
