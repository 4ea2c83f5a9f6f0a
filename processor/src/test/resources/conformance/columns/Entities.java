package conformance.columns;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.time.ZoneOffset;

@Entity
@Migratable
class Columns {
    @Id
    @Column(name = "key_", length = 40)
    String id;

    @Column(name = "Mixed_Case")
    String renamed;

    String camelCaseName;

    @Column(length = 20)
    String shortText;

    @Column(length = 10485760)
    String longestVarchar;

    @Column(length = 10485761)
    String text;

    @Column(precision = 10)
    BigDecimal precisionOnly;

    @Column(precision = 10, scale = 3)
    BigDecimal bothMembers;

    @Column(scale = 4)
    BigDecimal scaleOnly;

    @Column(precision = 20)
    BigInteger whole;

    @Column(precision = 7)
    double realDouble;

    @Column(precision = 15)
    double doubleDouble;

    @Column(precision = 8)
    float doubleFloat;

    @Column(precision = 10)
    int precisionIsIgnored;

    @Column(length = 3)
    char threeChars;

    @Column(length = 30)
    char[] chars;

    @Column(length = 9)
    Currency currency;

    @Column(length = 9)
    ZoneOffset offset_;

    @Column(nullable = false)
    Integer required;

    @Column(unique = true)
    String unique_;

    @Column(nullable = false, unique = true, length = 30)
    String requiredUnique;

    @Column(comment = "a comment")
    String commented;

    @Column(check = @CheckConstraint(constraint = "checked > 0"))
    int checked;

    @Column(check = @CheckConstraint(name = "named_check", constraint = "named < 10"))
    int named;

    @Column(insertable = false, updatable = false)
    int readOnly;

    static String constant = "";
    transient String notStored;

    @jakarta.persistence.Transient
    Object notStoredEither;

    final String finalOne = "x";
}
