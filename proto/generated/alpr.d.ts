import * as $protobuf from "protobufjs/minimal.js";
type Long = { readonly low: number; readonly high: number; readonly unsigned: boolean };

/** Namespace alpr. */
export namespace alpr {

    /** Namespace v1. */
    namespace v1 {

        /** AlertState enum. */
        enum AlertState {

            /** ALERT_STATE_UNSPECIFIED value */
            ALERT_STATE_UNSPECIFIED = 0,

            /** ALERT_STATE_RAISED value */
            ALERT_STATE_RAISED = 1,

            /** ALERT_STATE_SEEN value */
            ALERT_STATE_SEEN = 2,

            /** ALERT_STATE_VERIFIED value */
            ALERT_STATE_VERIFIED = 3,

            /** ALERT_STATE_ACTIONABLE value */
            ALERT_STATE_ACTIONABLE = 4,

            /** ALERT_STATE_CLOSED value */
            ALERT_STATE_CLOSED = 5,

            /** ALERT_STATE_DISMISSED value */
            ALERT_STATE_DISMISSED = 6,

            /** ALERT_STATE_EXPIRED value */
            ALERT_STATE_EXPIRED = 7
        }

        /** Disposition enum. */
        enum Disposition {

            /** DISPOSITION_UNSPECIFIED value */
            DISPOSITION_UNSPECIFIED = 0,

            /** DISPOSITION_CONFIRMED value */
            DISPOSITION_CONFIRMED = 1,

            /** DISPOSITION_MISREAD value */
            DISPOSITION_MISREAD = 2,

            /** DISPOSITION_WRONG_STATE value */
            DISPOSITION_WRONG_STATE = 3,

            /** DISPOSITION_LISTING_NOT_VALID value */
            DISPOSITION_LISTING_NOT_VALID = 4,

            /** DISPOSITION_WRONG_VEHICLE value */
            DISPOSITION_WRONG_VEHICLE = 5
        }

        /** Outcome enum. */
        enum Outcome {

            /** OUTCOME_UNSPECIFIED value */
            OUTCOME_UNSPECIFIED = 0,

            /** OUTCOME_ARREST value */
            OUTCOME_ARREST = 1,

            /** OUTCOME_OTHER_ENFORCEMENT value */
            OUTCOME_OTHER_ENFORCEMENT = 2,

            /** OUTCOME_UNABLE_TO_LOCATE value */
            OUTCOME_UNABLE_TO_LOCATE = 3,

            /** OUTCOME_NO_ACTION value */
            OUTCOME_NO_ACTION = 4
        }

        /**
         * Properties of an Alert.
         * @deprecated Use alpr.v1.Alert.$Properties instead.
         */
        interface IAlert extends alpr.v1.Alert.$Properties {
        }

        /** Represents an Alert. */
        class Alert {

            /**
             * Constructs a new Alert.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Alert.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Alert origin. */
            origin: alpr.v1.Origin;

            /** Alert alertId. */
            alertId: string;

            /** Alert detectionId. */
            detectionId: string;

            /** Alert detectionSequence. */
            detectionSequence: Long;

            /** Alert state. */
            state: alpr.v1.AlertState;

            /** Alert exposedAt. */
            exposedAt: alpr.v1.Instant;

            /** Alert place. */
            place: alpr.v1.Place;

            /** Alert camera. */
            camera: string;

            /** Alert plate. */
            plate: string;

            /** Alert confidence. */
            confidence: number;

            /** Alert region. */
            region: alpr.v1.Region;

            /** Alert plateImage. */
            plateImage: alpr.v1.Picture;

            /** Alert hits. */
            hits: alpr.v1.Hit[];

            /** Alert notice. */
            notice: string;

            /** Alert expiresAt. */
            expiresAt: alpr.v1.Instant;

            /** Alert unknownPositions. */
            unknownPositions: number[];

            /** Alert raisedAt. */
            raisedAt: alpr.v1.Instant;

            /** Alert priority. */
            priority: alpr.v1.AlertPriority;

            /** Alert zones. */
            zones: string[];

            /** Alert forEveryone. */
            forEveryone: boolean;

            /** Alert subscribers. */
            subscribers: string[];

            /** Alert seen. */
            seen: alpr.v1.Act;

            /** Alert charactersConfirmed. */
            charactersConfirmed: alpr.v1.Act;

            /** Alert stateConfirmed. */
            stateConfirmed: alpr.v1.Act;

            /** Alert vehicleConfirmed. */
            vehicleConfirmed: alpr.v1.Act;

            /** Alert dispatch. */
            dispatch: alpr.v1.DispatchConfirmation;

            /** Alert ended. */
            ended: alpr.v1.AlertEnding;

            /** Alert resends. */
            resends: number;

            /** Alert earlierDetectionSequences. */
            earlierDetectionSequences: Long[];

            /**
             * Encodes the specified Alert message. Does not implicitly {@link alpr.v1.Alert.verify|verify} messages.
             * @param message Alert message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Alert.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Alert message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Alert & alpr.v1.Alert.$Shape} Alert
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Alert & alpr.v1.Alert.$Shape;
        }

        namespace Alert {

            /** Properties of an Alert. */
            interface $Properties {

                /** Alert origin */
                origin?: alpr.v1.Origin.$Properties;

                /** Alert alertId */
                alertId?: string;

                /** Alert detectionId */
                detectionId?: string;

                /** Alert detectionSequence */
                detectionSequence?: Long;

                /** Alert state */
                state?: alpr.v1.AlertState;

                /** Alert exposedAt */
                exposedAt?: alpr.v1.Instant.$Properties;

                /** Alert place */
                place?: alpr.v1.Place.$Properties;

                /** Alert camera */
                camera?: string;

                /** Alert plate */
                plate?: string;

                /** Alert confidence */
                confidence?: number;

                /** Alert region */
                region?: alpr.v1.Region.$Properties;

                /** Alert plateImage */
                plateImage?: alpr.v1.Picture.$Properties;

                /** Alert hits */
                hits?: alpr.v1.Hit.$Properties[];

                /** Alert notice */
                notice?: string;

                /** Alert expiresAt */
                expiresAt?: alpr.v1.Instant.$Properties;

                /** Alert unknownPositions */
                unknownPositions?: number[];

                /** Alert raisedAt */
                raisedAt?: alpr.v1.Instant.$Properties;

                /** Alert priority */
                priority?: alpr.v1.AlertPriority;

                /** Alert zones */
                zones?: string[];

                /** Alert forEveryone */
                forEveryone?: boolean;

                /** Alert subscribers */
                subscribers?: string[];

                /** Alert seen */
                seen?: alpr.v1.Act.$Properties;

                /** Alert charactersConfirmed */
                charactersConfirmed?: alpr.v1.Act.$Properties;

                /** Alert stateConfirmed */
                stateConfirmed?: alpr.v1.Act.$Properties;

                /** Alert vehicleConfirmed */
                vehicleConfirmed?: alpr.v1.Act.$Properties;

                /** Alert dispatch */
                dispatch?: alpr.v1.DispatchConfirmation.$Properties;

                /** Alert ended */
                ended?: alpr.v1.AlertEnding.$Properties;

                /** Alert resends */
                resends?: number;

                /** Alert earlierDetectionSequences */
                earlierDetectionSequences?: Long[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Alert. */
            type $Shape = alpr.v1.Alert.$Properties;
        }

        /** AlertPriority enum. */
        enum AlertPriority {

            /** ALERT_PRIORITY_UNSPECIFIED value */
            ALERT_PRIORITY_UNSPECIFIED = 0,

            /** ALERT_PRIORITY_HIGH value */
            ALERT_PRIORITY_HIGH = 1,

            /** ALERT_PRIORITY_MEDIUM value */
            ALERT_PRIORITY_MEDIUM = 2,

            /** ALERT_PRIORITY_LOW value */
            ALERT_PRIORITY_LOW = 3
        }

        /**
         * Properties of an Act.
         * @deprecated Use alpr.v1.Act.$Properties instead.
         */
        interface IAct extends alpr.v1.Act.$Properties {
        }

        /** Represents an Act. */
        class Act {

            /**
             * Constructs a new Act.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Act.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Act person. */
            person: string;

            /** Act role. */
            role: string;

            /** Act at. */
            at: alpr.v1.Instant;

            /**
             * Encodes the specified Act message. Does not implicitly {@link alpr.v1.Act.verify|verify} messages.
             * @param message Act message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Act.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Act message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Act & alpr.v1.Act.$Shape} Act
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Act & alpr.v1.Act.$Shape;
        }

        namespace Act {

            /** Properties of an Act. */
            interface $Properties {

                /** Act person */
                person?: string;

                /** Act role */
                role?: string;

                /** Act at */
                at?: alpr.v1.Instant.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Act. */
            type $Shape = alpr.v1.Act.$Properties;
        }

        /**
         * Properties of a DispatchConfirmation.
         * @deprecated Use alpr.v1.DispatchConfirmation.$Properties instead.
         */
        interface IDispatchConfirmation extends alpr.v1.DispatchConfirmation.$Properties {
        }

        /** Represents a DispatchConfirmation. */
        class DispatchConfirmation {

            /**
             * Constructs a new DispatchConfirmation.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.DispatchConfirmation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DispatchConfirmation recorded. */
            recorded: alpr.v1.Act;

            /** DispatchConfirmation confirmedBy. */
            confirmedBy: string;

            /** DispatchConfirmation confirmedAt. */
            confirmedAt: alpr.v1.Instant;

            /**
             * Encodes the specified DispatchConfirmation message. Does not implicitly {@link alpr.v1.DispatchConfirmation.verify|verify} messages.
             * @param message DispatchConfirmation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.DispatchConfirmation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DispatchConfirmation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.DispatchConfirmation & alpr.v1.DispatchConfirmation.$Shape} DispatchConfirmation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.DispatchConfirmation & alpr.v1.DispatchConfirmation.$Shape;
        }

        namespace DispatchConfirmation {

            /** Properties of a DispatchConfirmation. */
            interface $Properties {

                /** DispatchConfirmation recorded */
                recorded?: alpr.v1.Act.$Properties;

                /** DispatchConfirmation confirmedBy */
                confirmedBy?: string;

                /** DispatchConfirmation confirmedAt */
                confirmedAt?: alpr.v1.Instant.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DispatchConfirmation. */
            type $Shape = alpr.v1.DispatchConfirmation.$Properties;
        }

        /**
         * Properties of an AlertEnding.
         * @deprecated Use alpr.v1.AlertEnding.$Properties instead.
         */
        interface IAlertEnding extends alpr.v1.AlertEnding.$Properties {
        }

        /** Represents an AlertEnding. */
        class AlertEnding {

            /**
             * Constructs a new AlertEnding.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.AlertEnding.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AlertEnding act. */
            act: alpr.v1.Act;

            /** AlertEnding disposition. */
            disposition: alpr.v1.Disposition;

            /** AlertEnding outcome. */
            outcome: alpr.v1.Outcome;

            /** AlertEnding misreadPositions. */
            misreadPositions: number[];

            /** AlertEnding misreadAs. */
            misreadAs: string;

            /**
             * Encodes the specified AlertEnding message. Does not implicitly {@link alpr.v1.AlertEnding.verify|verify} messages.
             * @param message AlertEnding message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.AlertEnding.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AlertEnding message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.AlertEnding & alpr.v1.AlertEnding.$Shape} AlertEnding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.AlertEnding & alpr.v1.AlertEnding.$Shape;
        }

        namespace AlertEnding {

            /** Properties of an AlertEnding. */
            interface $Properties {

                /** AlertEnding act */
                act?: alpr.v1.Act.$Properties;

                /** AlertEnding disposition */
                disposition?: alpr.v1.Disposition;

                /** AlertEnding outcome */
                outcome?: alpr.v1.Outcome;

                /** AlertEnding misreadPositions */
                misreadPositions?: number[];

                /** AlertEnding misreadAs */
                misreadAs?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AlertEnding. */
            type $Shape = alpr.v1.AlertEnding.$Properties;
        }

        /**
         * Properties of an AlertAcknowledgement.
         * @deprecated Use alpr.v1.AlertAcknowledgement.$Properties instead.
         */
        interface IAlertAcknowledgement extends alpr.v1.AlertAcknowledgement.$Properties {
        }

        /** Represents an AlertAcknowledgement. */
        class AlertAcknowledgement {

            /**
             * Constructs a new AlertAcknowledgement.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.AlertAcknowledgement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AlertAcknowledgement alertId. */
            alertId: string;

            /** AlertAcknowledgement state. */
            state: alpr.v1.AlertState;

            /** AlertAcknowledgement person. */
            person: string;

            /** AlertAcknowledgement at. */
            at: alpr.v1.Instant;

            /** AlertAcknowledgement charactersConfirmed. */
            charactersConfirmed: boolean;

            /** AlertAcknowledgement stateConfirmed. */
            stateConfirmed: boolean;

            /** AlertAcknowledgement vehicleConfirmed. */
            vehicleConfirmed: boolean;

            /** AlertAcknowledgement confirmedBy. */
            confirmedBy: (string|null);

            /** AlertAcknowledgement confirmedAt. */
            confirmedAt: alpr.v1.Instant;

            /** AlertAcknowledgement disposition. */
            disposition: alpr.v1.Disposition;

            /** AlertAcknowledgement misreadPositions. */
            misreadPositions: number[];

            /** AlertAcknowledgement outcome. */
            outcome: alpr.v1.Outcome;

            /** AlertAcknowledgement misreadAs. */
            misreadAs: string;

            /**
             * Encodes the specified AlertAcknowledgement message. Does not implicitly {@link alpr.v1.AlertAcknowledgement.verify|verify} messages.
             * @param message AlertAcknowledgement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.AlertAcknowledgement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AlertAcknowledgement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.AlertAcknowledgement & alpr.v1.AlertAcknowledgement.$Shape} AlertAcknowledgement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.AlertAcknowledgement & alpr.v1.AlertAcknowledgement.$Shape;
        }

        namespace AlertAcknowledgement {

            /** Properties of an AlertAcknowledgement. */
            interface $Properties {

                /** AlertAcknowledgement alertId */
                alertId?: string;

                /** AlertAcknowledgement state */
                state?: alpr.v1.AlertState;

                /** AlertAcknowledgement person */
                person?: string;

                /** AlertAcknowledgement at */
                at?: alpr.v1.Instant.$Properties;

                /** AlertAcknowledgement charactersConfirmed */
                charactersConfirmed?: boolean;

                /** AlertAcknowledgement stateConfirmed */
                stateConfirmed?: boolean;

                /** AlertAcknowledgement vehicleConfirmed */
                vehicleConfirmed?: boolean;

                /** AlertAcknowledgement confirmedBy */
                confirmedBy?: (string|null);

                /** AlertAcknowledgement confirmedAt */
                confirmedAt?: alpr.v1.Instant.$Properties;

                /** AlertAcknowledgement disposition */
                disposition?: alpr.v1.Disposition;

                /** AlertAcknowledgement misreadPositions */
                misreadPositions?: number[];

                /** AlertAcknowledgement outcome */
                outcome?: alpr.v1.Outcome;

                /** AlertAcknowledgement misreadAs */
                misreadAs?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AlertAcknowledgement. */
            type $Shape = alpr.v1.AlertAcknowledgement.$Properties;
        }

        /** UnitKind enum. */
        enum UnitKind {

            /** UNIT_KIND_UNSPECIFIED value */
            UNIT_KIND_UNSPECIFIED = 0,

            /** UNIT_KIND_STATIONARY value */
            UNIT_KIND_STATIONARY = 1,

            /** UNIT_KIND_MOBILE value */
            UNIT_KIND_MOBILE = 2,

            /** UNIT_KIND_MOTOR_CARRIER value */
            UNIT_KIND_MOTOR_CARRIER = 3
        }

        /** ClockSource enum. */
        enum ClockSource {

            /** CLOCK_SOURCE_UNSPECIFIED value */
            CLOCK_SOURCE_UNSPECIFIED = 0,

            /** CLOCK_SOURCE_GPS value */
            CLOCK_SOURCE_GPS = 1,

            /** CLOCK_SOURCE_NTP value */
            CLOCK_SOURCE_NTP = 2,

            /** CLOCK_SOURCE_FREE_RUNNING value */
            CLOCK_SOURCE_FREE_RUNNING = 3,

            /** CLOCK_SOURCE_SIMULATED value */
            CLOCK_SOURCE_SIMULATED = 4,

            /** CLOCK_SOURCE_PPS value */
            CLOCK_SOURCE_PPS = 5
        }

        /** FixQuality enum. */
        enum FixQuality {

            /** FIX_QUALITY_UNSPECIFIED value */
            FIX_QUALITY_UNSPECIFIED = 0,

            /** FIX_QUALITY_NONE value */
            FIX_QUALITY_NONE = 1,

            /** FIX_QUALITY_STALE value */
            FIX_QUALITY_STALE = 2,

            /** FIX_QUALITY_2D value */
            FIX_QUALITY_2D = 3,

            /** FIX_QUALITY_3D value */
            FIX_QUALITY_3D = 4,

            /** FIX_QUALITY_DIFFERENTIAL value */
            FIX_QUALITY_DIFFERENTIAL = 5,

            /** FIX_QUALITY_SURVEYED value */
            FIX_QUALITY_SURVEYED = 6
        }

        /** AlertClass enum. */
        enum AlertClass {

            /** ALERT_CLASS_UNSPECIFIED value */
            ALERT_CLASS_UNSPECIFIED = 0,

            /** ALERT_CLASS_FELONY_VEHICLE value */
            ALERT_CLASS_FELONY_VEHICLE = 1,

            /** ALERT_CLASS_STOLEN_VEHICLE value */
            ALERT_CLASS_STOLEN_VEHICLE = 2,

            /** ALERT_CLASS_STOLEN_PLATE value */
            ALERT_CLASS_STOLEN_PLATE = 3,

            /** ALERT_CLASS_AMBER value */
            ALERT_CLASS_AMBER = 4,

            /** ALERT_CLASS_SILVER value */
            ALERT_CLASS_SILVER = 5,

            /** ALERT_CLASS_MISSING_PERSON value */
            ALERT_CLASS_MISSING_PERSON = 6,

            /** ALERT_CLASS_WANTED_PERSON value */
            ALERT_CLASS_WANTED_PERSON = 7,

            /** ALERT_CLASS_PROTECTION_ORDER value */
            ALERT_CLASS_PROTECTION_ORDER = 8,

            /** ALERT_CLASS_TERRORIST_RELATED value */
            ALERT_CLASS_TERRORIST_RELATED = 9,

            /** ALERT_CLASS_SUSPENDED_OR_REVOKED value */
            ALERT_CLASS_SUSPENDED_OR_REVOKED = 10,

            /** ALERT_CLASS_LOCAL_BOLO value */
            ALERT_CLASS_LOCAL_BOLO = 11
        }

        /** HitKind enum. */
        enum HitKind {

            /** HIT_KIND_UNSPECIFIED value */
            HIT_KIND_UNSPECIFIED = 0,

            /** HIT_KIND_EXACT value */
            HIT_KIND_EXACT = 1,

            /** HIT_KIND_FUZZY value */
            HIT_KIND_FUZZY = 2,

            /** HIT_KIND_PARTIAL value */
            HIT_KIND_PARTIAL = 3
        }

        /**
         * Properties of an Origin.
         * @deprecated Use alpr.v1.Origin.$Properties instead.
         */
        interface IOrigin extends alpr.v1.Origin.$Properties {
        }

        /** Represents an Origin. */
        class Origin {

            /**
             * Constructs a new Origin.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Origin.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Origin agency. */
            agency: string;

            /** Origin unit. */
            unit: string;

            /** Origin unitKind. */
            unitKind: alpr.v1.UnitKind;

            /** Origin bootId. */
            bootId: string;

            /** Origin sequence. */
            sequence: Long;

            /**
             * Encodes the specified Origin message. Does not implicitly {@link alpr.v1.Origin.verify|verify} messages.
             * @param message Origin message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Origin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Origin message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Origin & alpr.v1.Origin.$Shape} Origin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Origin & alpr.v1.Origin.$Shape;
        }

        namespace Origin {

            /** Properties of an Origin. */
            interface $Properties {

                /** Origin agency */
                agency?: string;

                /** Origin unit */
                unit?: string;

                /** Origin unitKind */
                unitKind?: alpr.v1.UnitKind;

                /** Origin bootId */
                bootId?: string;

                /** Origin sequence */
                sequence?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Origin. */
            type $Shape = alpr.v1.Origin.$Properties;
        }

        /**
         * Properties of an Instant.
         * @deprecated Use alpr.v1.Instant.$Properties instead.
         */
        interface IInstant extends alpr.v1.Instant.$Properties {
        }

        /** Represents an Instant. */
        class Instant {

            /**
             * Constructs a new Instant.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Instant.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Instant epochUs. */
            epochUs: Long;

            /** Instant source. */
            source: alpr.v1.ClockSource;

            /** Instant uncertaintyMs. */
            uncertaintyMs: (number|null);

            /**
             * Encodes the specified Instant message. Does not implicitly {@link alpr.v1.Instant.verify|verify} messages.
             * @param message Instant message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Instant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Instant message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Instant & alpr.v1.Instant.$Shape} Instant
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Instant & alpr.v1.Instant.$Shape;
        }

        namespace Instant {

            /** Properties of an Instant. */
            interface $Properties {

                /** Instant epochUs */
                epochUs?: Long;

                /** Instant source */
                source?: alpr.v1.ClockSource;

                /** Instant uncertaintyMs */
                uncertaintyMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Instant. */
            type $Shape = alpr.v1.Instant.$Properties;
        }

        /**
         * Properties of a Position.
         * @deprecated Use alpr.v1.Position.$Properties instead.
         */
        interface IPosition extends alpr.v1.Position.$Properties {
        }

        /** Represents a Position. */
        class Position {

            /**
             * Constructs a new Position.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Position.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Position latitudeDeg. */
            latitudeDeg: number;

            /** Position longitudeDeg. */
            longitudeDeg: number;

            /** Position altitudeM. */
            altitudeM: (number|null);

            /**
             * Encodes the specified Position message. Does not implicitly {@link alpr.v1.Position.verify|verify} messages.
             * @param message Position message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Position.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Position message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Position & alpr.v1.Position.$Shape} Position
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Position & alpr.v1.Position.$Shape;
        }

        namespace Position {

            /** Properties of a Position. */
            interface $Properties {

                /** Position latitudeDeg */
                latitudeDeg?: number;

                /** Position longitudeDeg */
                longitudeDeg?: number;

                /** Position altitudeM */
                altitudeM?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Position. */
            type $Shape = alpr.v1.Position.$Properties;
        }

        /**
         * Properties of a Place.
         * @deprecated Use alpr.v1.Place.$Properties instead.
         */
        interface IPlace extends alpr.v1.Place.$Properties {
        }

        /** Represents a Place. */
        class Place {

            /**
             * Constructs a new Place.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Place.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Place quality. */
            quality: alpr.v1.FixQuality;

            /** Place position. */
            position: alpr.v1.Position;

            /** Place hdop. */
            hdop: (number|null);

            /** Place satellites. */
            satellites: (number|null);

            /** Place speedMps. */
            speedMps: (number|null);

            /** Place courseDeg. */
            courseDeg: (number|null);

            /** Place ageMs. */
            ageMs: (number|null);

            /** Place receiverTime. */
            receiverTime: alpr.v1.Instant;

            /**
             * Encodes the specified Place message. Does not implicitly {@link alpr.v1.Place.verify|verify} messages.
             * @param message Place message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Place.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Place message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Place & alpr.v1.Place.$Shape} Place
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Place & alpr.v1.Place.$Shape;
        }

        namespace Place {

            /** Properties of a Place. */
            interface $Properties {

                /** Place quality */
                quality?: alpr.v1.FixQuality;

                /** Place position */
                position?: alpr.v1.Position.$Properties;

                /** Place hdop */
                hdop?: (number|null);

                /** Place satellites */
                satellites?: (number|null);

                /** Place speedMps */
                speedMps?: (number|null);

                /** Place courseDeg */
                courseDeg?: (number|null);

                /** Place ageMs */
                ageMs?: (number|null);

                /** Place receiverTime */
                receiverTime?: alpr.v1.Instant.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Place. */
            type $Shape = alpr.v1.Place.$Properties;
        }

        /**
         * Properties of a Region.
         * @deprecated Use alpr.v1.Region.$Properties instead.
         */
        interface IRegion extends alpr.v1.Region.$Properties {
        }

        /** Represents a Region. */
        class Region {

            /**
             * Constructs a new Region.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Region.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Region code. */
            code: string;

            /** Region confidence. */
            confidence: number;

            /** Region others. */
            others: alpr.v1.RegionShare[];

            /**
             * Encodes the specified Region message. Does not implicitly {@link alpr.v1.Region.verify|verify} messages.
             * @param message Region message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Region.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Region message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Region & alpr.v1.Region.$Shape} Region
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Region & alpr.v1.Region.$Shape;
        }

        namespace Region {

            /** Properties of a Region. */
            interface $Properties {

                /** Region code */
                code?: string;

                /** Region confidence */
                confidence?: number;

                /** Region others */
                others?: alpr.v1.RegionShare.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Region. */
            type $Shape = alpr.v1.Region.$Properties;
        }

        /**
         * Properties of a RegionShare.
         * @deprecated Use alpr.v1.RegionShare.$Properties instead.
         */
        interface IRegionShare extends alpr.v1.RegionShare.$Properties {
        }

        /** Represents a RegionShare. */
        class RegionShare {

            /**
             * Constructs a new RegionShare.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.RegionShare.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RegionShare code. */
            code: string;

            /** RegionShare confidence. */
            confidence: number;

            /**
             * Encodes the specified RegionShare message. Does not implicitly {@link alpr.v1.RegionShare.verify|verify} messages.
             * @param message RegionShare message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.RegionShare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RegionShare message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.RegionShare & alpr.v1.RegionShare.$Shape} RegionShare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.RegionShare & alpr.v1.RegionShare.$Shape;
        }

        namespace RegionShare {

            /** Properties of a RegionShare. */
            interface $Properties {

                /** RegionShare code */
                code?: string;

                /** RegionShare confidence */
                confidence?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RegionShare. */
            type $Shape = alpr.v1.RegionShare.$Properties;
        }

        /**
         * Properties of a RankedText.
         * @deprecated Use alpr.v1.RankedText.$Properties instead.
         */
        interface IRankedText extends alpr.v1.RankedText.$Properties {
        }

        /** Represents a RankedText. */
        class RankedText {

            /**
             * Constructs a new RankedText.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.RankedText.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RankedText plate. */
            plate: string;

            /** RankedText confidence. */
            confidence: number;

            /** RankedText rank. */
            rank: number;

            /** RankedText series. */
            series: string[];

            /**
             * Encodes the specified RankedText message. Does not implicitly {@link alpr.v1.RankedText.verify|verify} messages.
             * @param message RankedText message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.RankedText.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RankedText message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.RankedText & alpr.v1.RankedText.$Shape} RankedText
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.RankedText & alpr.v1.RankedText.$Shape;
        }

        namespace RankedText {

            /** Properties of a RankedText. */
            interface $Properties {

                /** RankedText plate */
                plate?: string;

                /** RankedText confidence */
                confidence?: number;

                /** RankedText rank */
                rank?: number;

                /** RankedText series */
                series?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RankedText. */
            type $Shape = alpr.v1.RankedText.$Properties;
        }

        /**
         * Properties of a Box.
         * @deprecated Use alpr.v1.Box.$Properties instead.
         */
        interface IBox extends alpr.v1.Box.$Properties {
        }

        /** Represents a Box. */
        class Box {

            /**
             * Constructs a new Box.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Box.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Box xPx. */
            xPx: number;

            /** Box yPx. */
            yPx: number;

            /** Box widthPx. */
            widthPx: number;

            /** Box heightPx. */
            heightPx: number;

            /**
             * Encodes the specified Box message. Does not implicitly {@link alpr.v1.Box.verify|verify} messages.
             * @param message Box message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Box.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Box message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Box & alpr.v1.Box.$Shape} Box
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Box & alpr.v1.Box.$Shape;
        }

        namespace Box {

            /** Properties of a Box. */
            interface $Properties {

                /** Box xPx */
                xPx?: number;

                /** Box yPx */
                yPx?: number;

                /** Box widthPx */
                widthPx?: number;

                /** Box heightPx */
                heightPx?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Box. */
            type $Shape = alpr.v1.Box.$Properties;
        }

        /**
         * Properties of a Point.
         * @deprecated Use alpr.v1.Point.$Properties instead.
         */
        interface IPoint extends alpr.v1.Point.$Properties {
        }

        /** Represents a Point. */
        class Point {

            /**
             * Constructs a new Point.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Point.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Point xPx. */
            xPx: number;

            /** Point yPx. */
            yPx: number;

            /**
             * Encodes the specified Point message. Does not implicitly {@link alpr.v1.Point.verify|verify} messages.
             * @param message Point message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Point.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Point message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Point & alpr.v1.Point.$Shape} Point
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Point & alpr.v1.Point.$Shape;
        }

        namespace Point {

            /** Properties of a Point. */
            interface $Properties {

                /** Point xPx */
                xPx?: number;

                /** Point yPx */
                yPx?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Point. */
            type $Shape = alpr.v1.Point.$Properties;
        }

        /**
         * Properties of a Picture.
         * @deprecated Use alpr.v1.Picture.$Properties instead.
         */
        interface IPicture extends alpr.v1.Picture.$Properties {
        }

        /** Represents a Picture. */
        class Picture {

            /**
             * Constructs a new Picture.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Picture.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Picture mediaType. */
            mediaType: string;

            /** Picture widthPx. */
            widthPx: number;

            /** Picture heightPx. */
            heightPx: number;

            /** Picture data. */
            data: Uint8Array;

            /**
             * Encodes the specified Picture message. Does not implicitly {@link alpr.v1.Picture.verify|verify} messages.
             * @param message Picture message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Picture.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Picture message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Picture & alpr.v1.Picture.$Shape} Picture
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Picture & alpr.v1.Picture.$Shape;
        }

        namespace Picture {

            /** Properties of a Picture. */
            interface $Properties {

                /** Picture mediaType */
                mediaType?: string;

                /** Picture widthPx */
                widthPx?: number;

                /** Picture heightPx */
                heightPx?: number;

                /** Picture data */
                data?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Picture. */
            type $Shape = alpr.v1.Picture.$Properties;
        }

        /**
         * Properties of a Hit.
         * @deprecated Use alpr.v1.Hit.$Properties instead.
         */
        interface IHit extends alpr.v1.Hit.$Properties {
        }

        /** Represents a Hit. */
        class Hit {

            /**
             * Constructs a new Hit.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Hit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hit list. */
            list: string;

            /** Hit entryId. */
            entryId: string;

            /** Hit listedPlate. */
            listedPlate: string;

            /** Hit listedRegion. */
            listedRegion: (string|null);

            /** Hit alertClass. */
            alertClass: alpr.v1.AlertClass;

            /** Hit note. */
            note: string;

            /** Hit kind. */
            kind: alpr.v1.HitKind;

            /** Hit listAgeMs. */
            listAgeMs: Long;

            /** Hit listStale. */
            listStale: boolean;

            /** Hit differsAt. */
            differsAt: (number|null);

            /** Hit listedVehicle. */
            listedVehicle: alpr.v1.ListedVehicle;

            /** Hit vehicleAgrees. */
            vehicleAgrees: (boolean|null);

            /** Hit past. */
            past: boolean;

            /**
             * Encodes the specified Hit message. Does not implicitly {@link alpr.v1.Hit.verify|verify} messages.
             * @param message Hit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Hit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Hit & alpr.v1.Hit.$Shape} Hit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Hit & alpr.v1.Hit.$Shape;
        }

        namespace Hit {

            /** Properties of a Hit. */
            interface $Properties {

                /** Hit list */
                list?: string;

                /** Hit entryId */
                entryId?: string;

                /** Hit listedPlate */
                listedPlate?: string;

                /** Hit listedRegion */
                listedRegion?: (string|null);

                /** Hit alertClass */
                alertClass?: alpr.v1.AlertClass;

                /** Hit note */
                note?: string;

                /** Hit kind */
                kind?: alpr.v1.HitKind;

                /** Hit listAgeMs */
                listAgeMs?: Long;

                /** Hit listStale */
                listStale?: boolean;

                /** Hit differsAt */
                differsAt?: (number|null);

                /** Hit listedVehicle */
                listedVehicle?: alpr.v1.ListedVehicle.$Properties;

                /** Hit vehicleAgrees */
                vehicleAgrees?: (boolean|null);

                /** Hit past */
                past?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hit. */
            type $Shape = alpr.v1.Hit.$Properties;
        }

        /**
         * Properties of a ListedVehicle.
         * @deprecated Use alpr.v1.ListedVehicle.$Properties instead.
         */
        interface IListedVehicle extends alpr.v1.ListedVehicle.$Properties {
        }

        /** Represents a ListedVehicle. */
        class ListedVehicle {

            /**
             * Constructs a new ListedVehicle.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.ListedVehicle.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListedVehicle make. */
            make: (string|null);

            /** ListedVehicle model. */
            model: (string|null);

            /** ListedVehicle style. */
            style: (string|null);

            /** ListedVehicle colour. */
            colour: (string|null);

            /** ListedVehicle year. */
            year: (number|null);

            /**
             * Encodes the specified ListedVehicle message. Does not implicitly {@link alpr.v1.ListedVehicle.verify|verify} messages.
             * @param message ListedVehicle message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.ListedVehicle.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListedVehicle message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.ListedVehicle & alpr.v1.ListedVehicle.$Shape} ListedVehicle
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.ListedVehicle & alpr.v1.ListedVehicle.$Shape;
        }

        namespace ListedVehicle {

            /** Properties of a ListedVehicle. */
            interface $Properties {

                /** ListedVehicle make */
                make?: (string|null);

                /** ListedVehicle model */
                model?: (string|null);

                /** ListedVehicle style */
                style?: (string|null);

                /** ListedVehicle colour */
                colour?: (string|null);

                /** ListedVehicle year */
                year?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListedVehicle. */
            type $Shape = alpr.v1.ListedVehicle.$Properties;
        }

        /**
         * Properties of an AuditCheckpoint.
         * @deprecated Use alpr.v1.AuditCheckpoint.$Properties instead.
         */
        interface IAuditCheckpoint extends alpr.v1.AuditCheckpoint.$Properties {
        }

        /** Represents an AuditCheckpoint. */
        class AuditCheckpoint {

            /**
             * Constructs a new AuditCheckpoint.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.AuditCheckpoint.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AuditCheckpoint origin. */
            origin: alpr.v1.Origin;

            /** AuditCheckpoint statement. */
            statement: string;

            /** AuditCheckpoint signature. */
            signature: Uint8Array;

            /** AuditCheckpoint auditKey. */
            auditKey: string;

            /**
             * Encodes the specified AuditCheckpoint message. Does not implicitly {@link alpr.v1.AuditCheckpoint.verify|verify} messages.
             * @param message AuditCheckpoint message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.AuditCheckpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AuditCheckpoint message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.AuditCheckpoint & alpr.v1.AuditCheckpoint.$Shape} AuditCheckpoint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.AuditCheckpoint & alpr.v1.AuditCheckpoint.$Shape;
        }

        namespace AuditCheckpoint {

            /** Properties of an AuditCheckpoint. */
            interface $Properties {

                /** AuditCheckpoint origin */
                origin?: alpr.v1.Origin.$Properties;

                /** AuditCheckpoint statement */
                statement?: string;

                /** AuditCheckpoint signature */
                signature?: Uint8Array;

                /** AuditCheckpoint auditKey */
                auditKey?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AuditCheckpoint. */
            type $Shape = alpr.v1.AuditCheckpoint.$Properties;
        }

        /**
         * Properties of a SignedCommand.
         * @deprecated Use alpr.v1.SignedCommand.$Properties instead.
         */
        interface ISignedCommand extends alpr.v1.SignedCommand.$Properties {
        }

        /** Represents a SignedCommand. */
        class SignedCommand {

            /**
             * Constructs a new SignedCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.SignedCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedCommand body. */
            body: Uint8Array;

            /** SignedCommand signature. */
            signature: Uint8Array;

            /** SignedCommand keyId. */
            keyId: string;

            /**
             * Encodes the specified SignedCommand message. Does not implicitly {@link alpr.v1.SignedCommand.verify|verify} messages.
             * @param message SignedCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.SignedCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.SignedCommand & alpr.v1.SignedCommand.$Shape} SignedCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.SignedCommand & alpr.v1.SignedCommand.$Shape;
        }

        namespace SignedCommand {

            /** Properties of a SignedCommand. */
            interface $Properties {

                /** SignedCommand body */
                body?: Uint8Array;

                /** SignedCommand signature */
                signature?: Uint8Array;

                /** SignedCommand keyId */
                keyId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedCommand. */
            type $Shape = alpr.v1.SignedCommand.$Properties;
        }

        /**
         * Properties of a Command.
         * @deprecated Use alpr.v1.Command.$Properties instead.
         */
        interface ICommand extends alpr.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command commandId. */
            commandId: string;

            /** Command agency. */
            agency: string;

            /** Command unit. */
            unit: string;

            /** Command person. */
            person: string;

            /** Command role. */
            role: string;

            /** Command issuedAt. */
            issuedAt: alpr.v1.Instant;

            /** Command expiresAt. */
            expiresAt: alpr.v1.Instant;

            /** Command replaceHotList. */
            replaceHotList: (alpr.v1.SignedHotList|null);

            /** Command sendHealth. */
            sendHealth: (alpr.v1.SendHealth|null);

            /** Command withdrawEntry. */
            withdrawEntry: (alpr.v1.WithdrawEntry|null);

            /** Command proposeEntry. */
            proposeEntry: (alpr.v1.ProposeEntry|null);

            /** Command approveEntry. */
            approveEntry: (alpr.v1.ApproveEntry|null);

            /** Command extendEntry. */
            extendEntry: (alpr.v1.ExtendEntry|null);

            /** Command acknowledgeAlert. */
            acknowledgeAlert: (alpr.v1.AlertAcknowledgement|null);

            /** Command searchReads. */
            searchReads: (alpr.v1.SearchReads|null);

            /** Command placeHold. */
            placeHold: (alpr.v1.PlaceHold|null);

            /** Command releaseHold. */
            releaseHold: (alpr.v1.ReleaseHold|null);

            /** Command listHolds. */
            listHolds: (alpr.v1.ListHolds|null);

            /** Command reportPurges. */
            reportPurges: (alpr.v1.ReportPurges|null);

            /** Command action. */
            action?: ("replaceHotList"|"sendHealth"|"withdrawEntry"|"proposeEntry"|"approveEntry"|"extendEntry"|"acknowledgeAlert"|"searchReads"|"placeHold"|"releaseHold"|"listHolds"|"reportPurges");

            /**
             * Encodes the specified Command message. Does not implicitly {@link alpr.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Command & alpr.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Command & alpr.v1.Command.$Shape;
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command commandId */
                commandId?: string;

                /** Command agency */
                agency?: string;

                /** Command unit */
                unit?: string;

                /** Command person */
                person?: string;

                /** Command role */
                role?: string;

                /** Command issuedAt */
                issuedAt?: alpr.v1.Instant.$Properties;

                /** Command expiresAt */
                expiresAt?: alpr.v1.Instant.$Properties;

                /** Command replaceHotList */
                replaceHotList?: (alpr.v1.SignedHotList.$Properties|null);

                /** Command sendHealth */
                sendHealth?: (alpr.v1.SendHealth.$Properties|null);

                /** Command withdrawEntry */
                withdrawEntry?: (alpr.v1.WithdrawEntry.$Properties|null);

                /** Command proposeEntry */
                proposeEntry?: (alpr.v1.ProposeEntry.$Properties|null);

                /** Command approveEntry */
                approveEntry?: (alpr.v1.ApproveEntry.$Properties|null);

                /** Command extendEntry */
                extendEntry?: (alpr.v1.ExtendEntry.$Properties|null);

                /** Command acknowledgeAlert */
                acknowledgeAlert?: (alpr.v1.AlertAcknowledgement.$Properties|null);

                /** Command searchReads */
                searchReads?: (alpr.v1.SearchReads.$Properties|null);

                /** Command placeHold */
                placeHold?: (alpr.v1.PlaceHold.$Properties|null);

                /** Command releaseHold */
                releaseHold?: (alpr.v1.ReleaseHold.$Properties|null);

                /** Command listHolds */
                listHolds?: (alpr.v1.ListHolds.$Properties|null);

                /** Command reportPurges */
                reportPurges?: (alpr.v1.ReportPurges.$Properties|null);

                /** Command action */
                action?: ("replaceHotList"|"sendHealth"|"withdrawEntry"|"proposeEntry"|"approveEntry"|"extendEntry"|"acknowledgeAlert"|"searchReads"|"placeHold"|"releaseHold"|"listHolds"|"reportPurges");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Command. */
            type $Shape = {
              commandId?: string;
              agency?: string;
              unit?: string;
              person?: string;
              role?: string;
              issuedAt?: alpr.v1.Instant.$Shape;
              expiresAt?: alpr.v1.Instant.$Shape;
              replaceHotList?: alpr.v1.SignedHotList.$Shape|null;
              sendHealth?: alpr.v1.SendHealth.$Shape|null;
              withdrawEntry?: alpr.v1.WithdrawEntry.$Shape|null;
              proposeEntry?: alpr.v1.ProposeEntry.$Shape|null;
              approveEntry?: alpr.v1.ApproveEntry.$Shape|null;
              extendEntry?: alpr.v1.ExtendEntry.$Shape|null;
              acknowledgeAlert?: alpr.v1.AlertAcknowledgement.$Shape|null;
              searchReads?: alpr.v1.SearchReads.$Shape|null;
              placeHold?: alpr.v1.PlaceHold.$Shape|null;
              releaseHold?: alpr.v1.ReleaseHold.$Shape|null;
              listHolds?: alpr.v1.ListHolds.$Shape|null;
              reportPurges?: alpr.v1.ReportPurges.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ action?: undefined; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "replaceHotList"; replaceHotList: alpr.v1.SignedHotList.$Shape; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "sendHealth"; replaceHotList?: null; sendHealth: alpr.v1.SendHealth.$Shape; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "withdrawEntry"; replaceHotList?: null; sendHealth?: null; withdrawEntry: alpr.v1.WithdrawEntry.$Shape; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "proposeEntry"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry: alpr.v1.ProposeEntry.$Shape; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "approveEntry"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry: alpr.v1.ApproveEntry.$Shape; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "extendEntry"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry: alpr.v1.ExtendEntry.$Shape; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "acknowledgeAlert"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert: alpr.v1.AlertAcknowledgement.$Shape; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "searchReads"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads: alpr.v1.SearchReads.$Shape; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "placeHold"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold: alpr.v1.PlaceHold.$Shape; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "releaseHold"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold: alpr.v1.ReleaseHold.$Shape; listHolds?: null; reportPurges?: null }|{ action?: "listHolds"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds: alpr.v1.ListHolds.$Shape; reportPurges?: null }|{ action?: "reportPurges"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges: alpr.v1.ReportPurges.$Shape })
            );
        }

        /**
         * Properties of a SendHealth.
         * @deprecated Use alpr.v1.SendHealth.$Properties instead.
         */
        interface ISendHealth extends alpr.v1.SendHealth.$Properties {
        }

        /** Represents a SendHealth. */
        class SendHealth {

            /**
             * Constructs a new SendHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.SendHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified SendHealth message. Does not implicitly {@link alpr.v1.SendHealth.verify|verify} messages.
             * @param message SendHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.SendHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SendHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.SendHealth & alpr.v1.SendHealth.$Shape} SendHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.SendHealth & alpr.v1.SendHealth.$Shape;
        }

        namespace SendHealth {

            /** Properties of a SendHealth. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendHealth. */
            type $Shape = alpr.v1.SendHealth.$Properties;
        }

        /**
         * Properties of a WithdrawEntry.
         * @deprecated Use alpr.v1.WithdrawEntry.$Properties instead.
         */
        interface IWithdrawEntry extends alpr.v1.WithdrawEntry.$Properties {
        }

        /** Represents a WithdrawEntry. */
        class WithdrawEntry {

            /**
             * Constructs a new WithdrawEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.WithdrawEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WithdrawEntry list. */
            list: string;

            /** WithdrawEntry entryId. */
            entryId: string;

            /**
             * Encodes the specified WithdrawEntry message. Does not implicitly {@link alpr.v1.WithdrawEntry.verify|verify} messages.
             * @param message WithdrawEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.WithdrawEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WithdrawEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.WithdrawEntry & alpr.v1.WithdrawEntry.$Shape} WithdrawEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.WithdrawEntry & alpr.v1.WithdrawEntry.$Shape;
        }

        namespace WithdrawEntry {

            /** Properties of a WithdrawEntry. */
            interface $Properties {

                /** WithdrawEntry list */
                list?: string;

                /** WithdrawEntry entryId */
                entryId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WithdrawEntry. */
            type $Shape = alpr.v1.WithdrawEntry.$Properties;
        }

        /**
         * Properties of a SearchReads.
         * @deprecated Use alpr.v1.SearchReads.$Properties instead.
         */
        interface ISearchReads extends alpr.v1.SearchReads.$Properties {
        }

        /** Represents a SearchReads. */
        class SearchReads {

            /**
             * Constructs a new SearchReads.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.SearchReads.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SearchReads caseNumber. */
            caseNumber: string;

            /** SearchReads reason. */
            reason: string;

            /** SearchReads purpose. */
            purpose: string;

            /** SearchReads approvedBy. */
            approvedBy: string;

            /** SearchReads platePattern. */
            platePattern: string;

            /** SearchReads from. */
            from: alpr.v1.Instant;

            /** SearchReads to. */
            to: alpr.v1.Instant;

            /** SearchReads region. */
            region: string;

            /**
             * Encodes the specified SearchReads message. Does not implicitly {@link alpr.v1.SearchReads.verify|verify} messages.
             * @param message SearchReads message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.SearchReads.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SearchReads message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.SearchReads & alpr.v1.SearchReads.$Shape} SearchReads
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.SearchReads & alpr.v1.SearchReads.$Shape;
        }

        namespace SearchReads {

            /** Properties of a SearchReads. */
            interface $Properties {

                /** SearchReads caseNumber */
                caseNumber?: string;

                /** SearchReads reason */
                reason?: string;

                /** SearchReads purpose */
                purpose?: string;

                /** SearchReads approvedBy */
                approvedBy?: string;

                /** SearchReads platePattern */
                platePattern?: string;

                /** SearchReads from */
                from?: alpr.v1.Instant.$Properties;

                /** SearchReads to */
                to?: alpr.v1.Instant.$Properties;

                /** SearchReads region */
                region?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SearchReads. */
            type $Shape = alpr.v1.SearchReads.$Properties;
        }

        /**
         * Properties of a PlaceHold.
         * @deprecated Use alpr.v1.PlaceHold.$Properties instead.
         */
        interface IPlaceHold extends alpr.v1.PlaceHold.$Properties {
        }

        /** Represents a PlaceHold. */
        class PlaceHold {

            /**
             * Constructs a new PlaceHold.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.PlaceHold.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlaceHold caseNumber. */
            caseNumber: string;

            /** PlaceHold reason. */
            reason: string;

            /** PlaceHold until. */
            until: alpr.v1.Instant;

            /** PlaceHold detectionIds. */
            detectionIds: string[];

            /**
             * Encodes the specified PlaceHold message. Does not implicitly {@link alpr.v1.PlaceHold.verify|verify} messages.
             * @param message PlaceHold message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.PlaceHold.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlaceHold message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.PlaceHold & alpr.v1.PlaceHold.$Shape} PlaceHold
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.PlaceHold & alpr.v1.PlaceHold.$Shape;
        }

        namespace PlaceHold {

            /** Properties of a PlaceHold. */
            interface $Properties {

                /** PlaceHold caseNumber */
                caseNumber?: string;

                /** PlaceHold reason */
                reason?: string;

                /** PlaceHold until */
                until?: alpr.v1.Instant.$Properties;

                /** PlaceHold detectionIds */
                detectionIds?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlaceHold. */
            type $Shape = alpr.v1.PlaceHold.$Properties;
        }

        /**
         * Properties of a ReleaseHold.
         * @deprecated Use alpr.v1.ReleaseHold.$Properties instead.
         */
        interface IReleaseHold extends alpr.v1.ReleaseHold.$Properties {
        }

        /** Represents a ReleaseHold. */
        class ReleaseHold {

            /**
             * Constructs a new ReleaseHold.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.ReleaseHold.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReleaseHold hold. */
            hold: number;

            /** ReleaseHold reason. */
            reason: string;

            /**
             * Encodes the specified ReleaseHold message. Does not implicitly {@link alpr.v1.ReleaseHold.verify|verify} messages.
             * @param message ReleaseHold message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.ReleaseHold.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReleaseHold message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.ReleaseHold & alpr.v1.ReleaseHold.$Shape} ReleaseHold
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.ReleaseHold & alpr.v1.ReleaseHold.$Shape;
        }

        namespace ReleaseHold {

            /** Properties of a ReleaseHold. */
            interface $Properties {

                /** ReleaseHold hold */
                hold?: number;

                /** ReleaseHold reason */
                reason?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReleaseHold. */
            type $Shape = alpr.v1.ReleaseHold.$Properties;
        }

        /**
         * Properties of a ListHolds.
         * @deprecated Use alpr.v1.ListHolds.$Properties instead.
         */
        interface IListHolds extends alpr.v1.ListHolds.$Properties {
        }

        /** Represents a ListHolds. */
        class ListHolds {

            /**
             * Constructs a new ListHolds.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.ListHolds.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified ListHolds message. Does not implicitly {@link alpr.v1.ListHolds.verify|verify} messages.
             * @param message ListHolds message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.ListHolds.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListHolds message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.ListHolds & alpr.v1.ListHolds.$Shape} ListHolds
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.ListHolds & alpr.v1.ListHolds.$Shape;
        }

        namespace ListHolds {

            /** Properties of a ListHolds. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListHolds. */
            type $Shape = alpr.v1.ListHolds.$Properties;
        }

        /**
         * Properties of a ReportPurges.
         * @deprecated Use alpr.v1.ReportPurges.$Properties instead.
         */
        interface IReportPurges extends alpr.v1.ReportPurges.$Properties {
        }

        /** Represents a ReportPurges. */
        class ReportPurges {

            /**
             * Constructs a new ReportPurges.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.ReportPurges.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified ReportPurges message. Does not implicitly {@link alpr.v1.ReportPurges.verify|verify} messages.
             * @param message ReportPurges message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.ReportPurges.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReportPurges message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.ReportPurges & alpr.v1.ReportPurges.$Shape} ReportPurges
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.ReportPurges & alpr.v1.ReportPurges.$Shape;
        }

        namespace ReportPurges {

            /** Properties of a ReportPurges. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReportPurges. */
            type $Shape = alpr.v1.ReportPurges.$Properties;
        }

        /** CommandStatus enum. */
        enum CommandStatus {

            /** COMMAND_STATUS_UNSPECIFIED value */
            COMMAND_STATUS_UNSPECIFIED = 0,

            /** COMMAND_STATUS_DONE value */
            COMMAND_STATUS_DONE = 1,

            /** COMMAND_STATUS_REFUSED value */
            COMMAND_STATUS_REFUSED = 2,

            /** COMMAND_STATUS_EXPIRED value */
            COMMAND_STATUS_EXPIRED = 3,

            /** COMMAND_STATUS_REPEATED value */
            COMMAND_STATUS_REPEATED = 4,

            /** COMMAND_STATUS_FAILED value */
            COMMAND_STATUS_FAILED = 5
        }

        /**
         * Properties of a CommandResult.
         * @deprecated Use alpr.v1.CommandResult.$Properties instead.
         */
        interface ICommandResult extends alpr.v1.CommandResult.$Properties {
        }

        /** Represents a CommandResult. */
        class CommandResult {

            /**
             * Constructs a new CommandResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.CommandResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandResult origin. */
            origin: alpr.v1.Origin;

            /** CommandResult commandId. */
            commandId: string;

            /** CommandResult status. */
            status: alpr.v1.CommandStatus;

            /** CommandResult detail. */
            detail: string;

            /** CommandResult at. */
            at: alpr.v1.Instant;

            /** CommandResult detectionIds. */
            detectionIds: string[];

            /** CommandResult holds. */
            holds: alpr.v1.Hold[];

            /** CommandResult purgeReports. */
            purgeReports: alpr.v1.PurgeReport[];

            /**
             * Encodes the specified CommandResult message. Does not implicitly {@link alpr.v1.CommandResult.verify|verify} messages.
             * @param message CommandResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.CommandResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.CommandResult & alpr.v1.CommandResult.$Shape} CommandResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.CommandResult & alpr.v1.CommandResult.$Shape;
        }

        namespace CommandResult {

            /** Properties of a CommandResult. */
            interface $Properties {

                /** CommandResult origin */
                origin?: alpr.v1.Origin.$Properties;

                /** CommandResult commandId */
                commandId?: string;

                /** CommandResult status */
                status?: alpr.v1.CommandStatus;

                /** CommandResult detail */
                detail?: string;

                /** CommandResult at */
                at?: alpr.v1.Instant.$Properties;

                /** CommandResult detectionIds */
                detectionIds?: string[];

                /** CommandResult holds */
                holds?: alpr.v1.Hold.$Properties[];

                /** CommandResult purgeReports */
                purgeReports?: alpr.v1.PurgeReport.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandResult. */
            type $Shape = alpr.v1.CommandResult.$Properties;
        }

        /**
         * Properties of a Hold.
         * @deprecated Use alpr.v1.Hold.$Properties instead.
         */
        interface IHold extends alpr.v1.Hold.$Properties {
        }

        /** Represents a Hold. */
        class Hold {

            /**
             * Constructs a new Hold.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Hold.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hold hold. */
            hold: number;

            /** Hold caseNumber. */
            caseNumber: string;

            /** Hold person. */
            person: string;

            /** Hold role. */
            role: string;

            /** Hold placedAt. */
            placedAt: alpr.v1.Instant;

            /** Hold until. */
            until: alpr.v1.Instant;

            /** Hold detectionIds. */
            detectionIds: string[];

            /** Hold messages. */
            messages: number;

            /**
             * Encodes the specified Hold message. Does not implicitly {@link alpr.v1.Hold.verify|verify} messages.
             * @param message Hold message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Hold.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hold message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Hold & alpr.v1.Hold.$Shape} Hold
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Hold & alpr.v1.Hold.$Shape;
        }

        namespace Hold {

            /** Properties of a Hold. */
            interface $Properties {

                /** Hold hold */
                hold?: number;

                /** Hold caseNumber */
                caseNumber?: string;

                /** Hold person */
                person?: string;

                /** Hold role */
                role?: string;

                /** Hold placedAt */
                placedAt?: alpr.v1.Instant.$Properties;

                /** Hold until */
                until?: alpr.v1.Instant.$Properties;

                /** Hold detectionIds */
                detectionIds?: string[];

                /** Hold messages */
                messages?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hold. */
            type $Shape = alpr.v1.Hold.$Properties;
        }

        /**
         * Properties of a PurgeReport.
         * @deprecated Use alpr.v1.PurgeReport.$Properties instead.
         */
        interface IPurgeReport extends alpr.v1.PurgeReport.$Properties {
        }

        /** Represents a PurgeReport. */
        class PurgeReport {

            /**
             * Constructs a new PurgeReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.PurgeReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PurgeReport report. */
            report: number;

            /** PurgeReport open. */
            open: boolean;

            /** PurgeReport detections. */
            detections: number;

            /** PurgeReport alerts. */
            alerts: number;

            /** PurgeReport unsent. */
            unsent: number;

            /** PurgeReport hits. */
            hits: number;

            /** PurgeReport searches. */
            searches: number;

            /** PurgeReport givenUpContexts. */
            givenUpContexts: number;

            /** PurgeReport givenUpWaitingContexts. */
            givenUpWaitingContexts: number;

            /** PurgeReport givenUpDetections. */
            givenUpDetections: number;

            /** PurgeReport storedFrom. */
            storedFrom: alpr.v1.Instant;

            /** PurgeReport storedTo. */
            storedTo: alpr.v1.Instant;

            /** PurgeReport underHolds. */
            underHolds: alpr.v1.HeldCount[];

            /**
             * Encodes the specified PurgeReport message. Does not implicitly {@link alpr.v1.PurgeReport.verify|verify} messages.
             * @param message PurgeReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.PurgeReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PurgeReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.PurgeReport & alpr.v1.PurgeReport.$Shape} PurgeReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.PurgeReport & alpr.v1.PurgeReport.$Shape;
        }

        namespace PurgeReport {

            /** Properties of a PurgeReport. */
            interface $Properties {

                /** PurgeReport report */
                report?: number;

                /** PurgeReport open */
                open?: boolean;

                /** PurgeReport detections */
                detections?: number;

                /** PurgeReport alerts */
                alerts?: number;

                /** PurgeReport unsent */
                unsent?: number;

                /** PurgeReport hits */
                hits?: number;

                /** PurgeReport searches */
                searches?: number;

                /** PurgeReport givenUpContexts */
                givenUpContexts?: number;

                /** PurgeReport givenUpWaitingContexts */
                givenUpWaitingContexts?: number;

                /** PurgeReport givenUpDetections */
                givenUpDetections?: number;

                /** PurgeReport storedFrom */
                storedFrom?: alpr.v1.Instant.$Properties;

                /** PurgeReport storedTo */
                storedTo?: alpr.v1.Instant.$Properties;

                /** PurgeReport underHolds */
                underHolds?: alpr.v1.HeldCount.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PurgeReport. */
            type $Shape = alpr.v1.PurgeReport.$Properties;
        }

        /**
         * Properties of a HeldCount.
         * @deprecated Use alpr.v1.HeldCount.$Properties instead.
         */
        interface IHeldCount extends alpr.v1.HeldCount.$Properties {
        }

        /** Represents a HeldCount. */
        class HeldCount {

            /**
             * Constructs a new HeldCount.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.HeldCount.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HeldCount hold. */
            hold: number;

            /** HeldCount messages. */
            messages: number;

            /** HeldCount until. */
            until: alpr.v1.Instant;

            /**
             * Encodes the specified HeldCount message. Does not implicitly {@link alpr.v1.HeldCount.verify|verify} messages.
             * @param message HeldCount message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.HeldCount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HeldCount message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.HeldCount & alpr.v1.HeldCount.$Shape} HeldCount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.HeldCount & alpr.v1.HeldCount.$Shape;
        }

        namespace HeldCount {

            /** Properties of a HeldCount. */
            interface $Properties {

                /** HeldCount hold */
                hold?: number;

                /** HeldCount messages */
                messages?: number;

                /** HeldCount until */
                until?: alpr.v1.Instant.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HeldCount. */
            type $Shape = alpr.v1.HeldCount.$Properties;
        }

        /**
         * Properties of a SignedHotList.
         * @deprecated Use alpr.v1.SignedHotList.$Properties instead.
         */
        interface ISignedHotList extends alpr.v1.SignedHotList.$Properties {
        }

        /** Represents a SignedHotList. */
        class SignedHotList {

            /**
             * Constructs a new SignedHotList.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.SignedHotList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedHotList body. */
            body: Uint8Array;

            /** SignedHotList signature. */
            signature: Uint8Array;

            /** SignedHotList keyId. */
            keyId: string;

            /**
             * Encodes the specified SignedHotList message. Does not implicitly {@link alpr.v1.SignedHotList.verify|verify} messages.
             * @param message SignedHotList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.SignedHotList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedHotList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.SignedHotList & alpr.v1.SignedHotList.$Shape} SignedHotList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.SignedHotList & alpr.v1.SignedHotList.$Shape;
        }

        namespace SignedHotList {

            /** Properties of a SignedHotList. */
            interface $Properties {

                /** SignedHotList body */
                body?: Uint8Array;

                /** SignedHotList signature */
                signature?: Uint8Array;

                /** SignedHotList keyId */
                keyId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedHotList. */
            type $Shape = alpr.v1.SignedHotList.$Properties;
        }

        /**
         * Properties of a HotList.
         * @deprecated Use alpr.v1.HotList.$Properties instead.
         */
        interface IHotList extends alpr.v1.HotList.$Properties {
        }

        /** Represents a HotList. */
        class HotList {

            /**
             * Constructs a new HotList.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.HotList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HotList list. */
            list: string;

            /** HotList source. */
            source: string;

            /** HotList agency. */
            agency: string;

            /** HotList madeAt. */
            madeAt: alpr.v1.Instant;

            /** HotList limitHours. */
            limitHours: number;

            /** HotList entries. */
            entries: alpr.v1.HotListEntry[];

            /**
             * Encodes the specified HotList message. Does not implicitly {@link alpr.v1.HotList.verify|verify} messages.
             * @param message HotList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.HotList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HotList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.HotList & alpr.v1.HotList.$Shape} HotList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.HotList & alpr.v1.HotList.$Shape;
        }

        namespace HotList {

            /** Properties of a HotList. */
            interface $Properties {

                /** HotList list */
                list?: string;

                /** HotList source */
                source?: string;

                /** HotList agency */
                agency?: string;

                /** HotList madeAt */
                madeAt?: alpr.v1.Instant.$Properties;

                /** HotList limitHours */
                limitHours?: number;

                /** HotList entries */
                entries?: alpr.v1.HotListEntry.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HotList. */
            type $Shape = alpr.v1.HotList.$Properties;
        }

        /**
         * Properties of a HotListEntry.
         * @deprecated Use alpr.v1.HotListEntry.$Properties instead.
         */
        interface IHotListEntry extends alpr.v1.HotListEntry.$Properties {
        }

        /** Represents a HotListEntry. */
        class HotListEntry {

            /**
             * Constructs a new HotListEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.HotListEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HotListEntry entryId. */
            entryId: string;

            /** HotListEntry plate. */
            plate: string;

            /** HotListEntry region. */
            region: (string|null);

            /** HotListEntry alertClass. */
            alertClass: alpr.v1.AlertClass;

            /** HotListEntry note. */
            note: string;

            /** HotListEntry make. */
            make: (string|null);

            /** HotListEntry model. */
            model: (string|null);

            /** HotListEntry colour. */
            colour: (string|null);

            /** HotListEntry year. */
            year: (number|null);

            /** HotListEntry enteredBy. */
            enteredBy: (string|null);

            /** HotListEntry caseNumber. */
            caseNumber: (string|null);

            /** HotListEntry synopsis. */
            synopsis: (string|null);

            /** HotListEntry expiresAt. */
            expiresAt: alpr.v1.Instant;

            /** HotListEntry approvedBy. */
            approvedBy: (string|null);

            /** HotListEntry style. */
            style: (string|null);

            /** HotListEntry purpose. */
            purpose: (string|null);

            /**
             * Encodes the specified HotListEntry message. Does not implicitly {@link alpr.v1.HotListEntry.verify|verify} messages.
             * @param message HotListEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.HotListEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HotListEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.HotListEntry & alpr.v1.HotListEntry.$Shape} HotListEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.HotListEntry & alpr.v1.HotListEntry.$Shape;
        }

        namespace HotListEntry {

            /** Properties of a HotListEntry. */
            interface $Properties {

                /** HotListEntry entryId */
                entryId?: string;

                /** HotListEntry plate */
                plate?: string;

                /** HotListEntry region */
                region?: (string|null);

                /** HotListEntry alertClass */
                alertClass?: alpr.v1.AlertClass;

                /** HotListEntry note */
                note?: string;

                /** HotListEntry make */
                make?: (string|null);

                /** HotListEntry model */
                model?: (string|null);

                /** HotListEntry colour */
                colour?: (string|null);

                /** HotListEntry year */
                year?: (number|null);

                /** HotListEntry enteredBy */
                enteredBy?: (string|null);

                /** HotListEntry caseNumber */
                caseNumber?: (string|null);

                /** HotListEntry synopsis */
                synopsis?: (string|null);

                /** HotListEntry expiresAt */
                expiresAt?: alpr.v1.Instant.$Properties;

                /** HotListEntry approvedBy */
                approvedBy?: (string|null);

                /** HotListEntry style */
                style?: (string|null);

                /** HotListEntry purpose */
                purpose?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HotListEntry. */
            type $Shape = alpr.v1.HotListEntry.$Properties;
        }

        /**
         * Properties of a ProposeEntry.
         * @deprecated Use alpr.v1.ProposeEntry.$Properties instead.
         */
        interface IProposeEntry extends alpr.v1.ProposeEntry.$Properties {
        }

        /** Represents a ProposeEntry. */
        class ProposeEntry {

            /**
             * Constructs a new ProposeEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.ProposeEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProposeEntry plate. */
            plate: string;

            /** ProposeEntry region. */
            region: (string|null);

            /** ProposeEntry alertClass. */
            alertClass: alpr.v1.AlertClass;

            /** ProposeEntry note. */
            note: string;

            /** ProposeEntry make. */
            make: (string|null);

            /** ProposeEntry model. */
            model: (string|null);

            /** ProposeEntry style. */
            style: (string|null);

            /** ProposeEntry colour. */
            colour: (string|null);

            /** ProposeEntry year. */
            year: (number|null);

            /** ProposeEntry caseNumber. */
            caseNumber: string;

            /** ProposeEntry synopsis. */
            synopsis: string;

            /** ProposeEntry days. */
            days: number;

            /** ProposeEntry majorCrime. */
            majorCrime: boolean;

            /** ProposeEntry purpose. */
            purpose: (string|null);

            /**
             * Encodes the specified ProposeEntry message. Does not implicitly {@link alpr.v1.ProposeEntry.verify|verify} messages.
             * @param message ProposeEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.ProposeEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProposeEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.ProposeEntry & alpr.v1.ProposeEntry.$Shape} ProposeEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.ProposeEntry & alpr.v1.ProposeEntry.$Shape;
        }

        namespace ProposeEntry {

            /** Properties of a ProposeEntry. */
            interface $Properties {

                /** ProposeEntry plate */
                plate?: string;

                /** ProposeEntry region */
                region?: (string|null);

                /** ProposeEntry alertClass */
                alertClass?: alpr.v1.AlertClass;

                /** ProposeEntry note */
                note?: string;

                /** ProposeEntry make */
                make?: (string|null);

                /** ProposeEntry model */
                model?: (string|null);

                /** ProposeEntry style */
                style?: (string|null);

                /** ProposeEntry colour */
                colour?: (string|null);

                /** ProposeEntry year */
                year?: (number|null);

                /** ProposeEntry caseNumber */
                caseNumber?: string;

                /** ProposeEntry synopsis */
                synopsis?: string;

                /** ProposeEntry days */
                days?: number;

                /** ProposeEntry majorCrime */
                majorCrime?: boolean;

                /** ProposeEntry purpose */
                purpose?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProposeEntry. */
            type $Shape = alpr.v1.ProposeEntry.$Properties;
        }

        /**
         * Properties of an ApproveEntry.
         * @deprecated Use alpr.v1.ApproveEntry.$Properties instead.
         */
        interface IApproveEntry extends alpr.v1.ApproveEntry.$Properties {
        }

        /** Represents an ApproveEntry. */
        class ApproveEntry {

            /**
             * Constructs a new ApproveEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.ApproveEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ApproveEntry entryId. */
            entryId: string;

            /**
             * Encodes the specified ApproveEntry message. Does not implicitly {@link alpr.v1.ApproveEntry.verify|verify} messages.
             * @param message ApproveEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.ApproveEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ApproveEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.ApproveEntry & alpr.v1.ApproveEntry.$Shape} ApproveEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.ApproveEntry & alpr.v1.ApproveEntry.$Shape;
        }

        namespace ApproveEntry {

            /** Properties of an ApproveEntry. */
            interface $Properties {

                /** ApproveEntry entryId */
                entryId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ApproveEntry. */
            type $Shape = alpr.v1.ApproveEntry.$Properties;
        }

        /**
         * Properties of an ExtendEntry.
         * @deprecated Use alpr.v1.ExtendEntry.$Properties instead.
         */
        interface IExtendEntry extends alpr.v1.ExtendEntry.$Properties {
        }

        /** Represents an ExtendEntry. */
        class ExtendEntry {

            /**
             * Constructs a new ExtendEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.ExtendEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExtendEntry entryId. */
            entryId: string;

            /**
             * Encodes the specified ExtendEntry message. Does not implicitly {@link alpr.v1.ExtendEntry.verify|verify} messages.
             * @param message ExtendEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.ExtendEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExtendEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.ExtendEntry & alpr.v1.ExtendEntry.$Shape} ExtendEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.ExtendEntry & alpr.v1.ExtendEntry.$Shape;
        }

        namespace ExtendEntry {

            /** Properties of an ExtendEntry. */
            interface $Properties {

                /** ExtendEntry entryId */
                entryId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ExtendEntry. */
            type $Shape = alpr.v1.ExtendEntry.$Properties;
        }

        /**
         * Properties of a Detection.
         * @deprecated Use alpr.v1.Detection.$Properties instead.
         */
        interface IDetection extends alpr.v1.Detection.$Properties {
        }

        /** Represents a Detection. */
        class Detection {

            /**
             * Constructs a new Detection.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Detection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Detection origin. */
            origin: alpr.v1.Origin;

            /** Detection detectionId. */
            detectionId: string;

            /** Detection camera. */
            camera: string;

            /** Detection plate. */
            plate: string;

            /** Detection confidence. */
            confidence: number;

            /** Detection characters. */
            characters: alpr.v1.Character[];

            /** Detection candidates. */
            candidates: alpr.v1.RankedText[];

            /** Detection region. */
            region: alpr.v1.Region;

            /** Detection exposedAt. */
            exposedAt: alpr.v1.Instant;

            /** Detection firstSeen. */
            firstSeen: alpr.v1.Instant;

            /** Detection lastSeen. */
            lastSeen: alpr.v1.Instant;

            /** Detection place. */
            place: alpr.v1.Place;

            /** Detection frameSequence. */
            frameSequence: Long;

            /** Detection frameWidthPx. */
            frameWidthPx: number;

            /** Detection frameHeightPx. */
            frameHeightPx: number;

            /** Detection exposure. */
            exposure: alpr.v1.Exposure;

            /** Detection box. */
            box: alpr.v1.Box;

            /** Detection quad. */
            quad: alpr.v1.Point[];

            /** Detection looks. */
            looks: alpr.v1.Look[];

            /** Detection plateImage. */
            plateImage: alpr.v1.Picture;

            /** Detection contextImage. */
            contextImage: alpr.v1.Picture;

            /** Detection hits. */
            hits: alpr.v1.Hit[];

            /** Detection vehicle. */
            vehicle: alpr.v1.Vehicle;

            /** Detection source. */
            source: (string|null);

            /** Detection settledBy. */
            settledBy: string[];

            /**
             * Encodes the specified Detection message. Does not implicitly {@link alpr.v1.Detection.verify|verify} messages.
             * @param message Detection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Detection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Detection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Detection & alpr.v1.Detection.$Shape} Detection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Detection & alpr.v1.Detection.$Shape;
        }

        namespace Detection {

            /** Properties of a Detection. */
            interface $Properties {

                /** Detection origin */
                origin?: alpr.v1.Origin.$Properties;

                /** Detection detectionId */
                detectionId?: string;

                /** Detection camera */
                camera?: string;

                /** Detection plate */
                plate?: string;

                /** Detection confidence */
                confidence?: number;

                /** Detection characters */
                characters?: alpr.v1.Character.$Properties[];

                /** Detection candidates */
                candidates?: alpr.v1.RankedText.$Properties[];

                /** Detection region */
                region?: alpr.v1.Region.$Properties;

                /** Detection exposedAt */
                exposedAt?: alpr.v1.Instant.$Properties;

                /** Detection firstSeen */
                firstSeen?: alpr.v1.Instant.$Properties;

                /** Detection lastSeen */
                lastSeen?: alpr.v1.Instant.$Properties;

                /** Detection place */
                place?: alpr.v1.Place.$Properties;

                /** Detection frameSequence */
                frameSequence?: Long;

                /** Detection frameWidthPx */
                frameWidthPx?: number;

                /** Detection frameHeightPx */
                frameHeightPx?: number;

                /** Detection exposure */
                exposure?: alpr.v1.Exposure.$Properties;

                /** Detection box */
                box?: alpr.v1.Box.$Properties;

                /** Detection quad */
                quad?: alpr.v1.Point.$Properties[];

                /** Detection looks */
                looks?: alpr.v1.Look.$Properties[];

                /** Detection plateImage */
                plateImage?: alpr.v1.Picture.$Properties;

                /** Detection contextImage */
                contextImage?: alpr.v1.Picture.$Properties;

                /** Detection hits */
                hits?: alpr.v1.Hit.$Properties[];

                /** Detection vehicle */
                vehicle?: alpr.v1.Vehicle.$Properties;

                /** Detection source */
                source?: (string|null);

                /** Detection settledBy */
                settledBy?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Detection. */
            type $Shape = alpr.v1.Detection.$Properties;
        }

        /**
         * Properties of a Character.
         * @deprecated Use alpr.v1.Character.$Properties instead.
         */
        interface ICharacter extends alpr.v1.Character.$Properties {
        }

        /** Represents a Character. */
        class Character {

            /**
             * Constructs a new Character.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Character.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Character character. */
            character: string;

            /** Character confidence. */
            confidence: number;

            /** Character alternatives. */
            alternatives: alpr.v1.Alternative[];

            /** Character settledByGrammar. */
            settledByGrammar: boolean;

            /** Character unknown. */
            unknown: boolean;

            /**
             * Encodes the specified Character message. Does not implicitly {@link alpr.v1.Character.verify|verify} messages.
             * @param message Character message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Character.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Character message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Character & alpr.v1.Character.$Shape} Character
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Character & alpr.v1.Character.$Shape;
        }

        namespace Character {

            /** Properties of a Character. */
            interface $Properties {

                /** Character character */
                character?: string;

                /** Character confidence */
                confidence?: number;

                /** Character alternatives */
                alternatives?: alpr.v1.Alternative.$Properties[];

                /** Character settledByGrammar */
                settledByGrammar?: boolean;

                /** Character unknown */
                unknown?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Character. */
            type $Shape = alpr.v1.Character.$Properties;
        }

        /**
         * Properties of an Alternative.
         * @deprecated Use alpr.v1.Alternative.$Properties instead.
         */
        interface IAlternative extends alpr.v1.Alternative.$Properties {
        }

        /** Represents an Alternative. */
        class Alternative {

            /**
             * Constructs a new Alternative.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Alternative.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Alternative character. */
            character: string;

            /** Alternative confidence. */
            confidence: number;

            /**
             * Encodes the specified Alternative message. Does not implicitly {@link alpr.v1.Alternative.verify|verify} messages.
             * @param message Alternative message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Alternative.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Alternative message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Alternative & alpr.v1.Alternative.$Shape} Alternative
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Alternative & alpr.v1.Alternative.$Shape;
        }

        namespace Alternative {

            /** Properties of an Alternative. */
            interface $Properties {

                /** Alternative character */
                character?: string;

                /** Alternative confidence */
                confidence?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Alternative. */
            type $Shape = alpr.v1.Alternative.$Properties;
        }

        /**
         * Properties of an Exposure.
         * @deprecated Use alpr.v1.Exposure.$Properties instead.
         */
        interface IExposure extends alpr.v1.Exposure.$Properties {
        }

        /** Represents an Exposure. */
        class Exposure {

            /**
             * Constructs a new Exposure.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Exposure.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Exposure shutterUs. */
            shutterUs: (number|null);

            /** Exposure gain. */
            gain: (number|null);

            /** Exposure strobeUs. */
            strobeUs: (number|null);

            /** Exposure illuminatorOn. */
            illuminatorOn: (boolean|null);

            /**
             * Encodes the specified Exposure message. Does not implicitly {@link alpr.v1.Exposure.verify|verify} messages.
             * @param message Exposure message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Exposure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Exposure message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Exposure & alpr.v1.Exposure.$Shape} Exposure
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Exposure & alpr.v1.Exposure.$Shape;
        }

        namespace Exposure {

            /** Properties of an Exposure. */
            interface $Properties {

                /** Exposure shutterUs */
                shutterUs?: (number|null);

                /** Exposure gain */
                gain?: (number|null);

                /** Exposure strobeUs */
                strobeUs?: (number|null);

                /** Exposure illuminatorOn */
                illuminatorOn?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Exposure. */
            type $Shape = alpr.v1.Exposure.$Properties;
        }

        /**
         * Properties of a Look.
         * @deprecated Use alpr.v1.Look.$Properties instead.
         */
        interface ILook extends alpr.v1.Look.$Properties {
        }

        /** Represents a Look. */
        class Look {

            /**
             * Constructs a new Look.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Look.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Look frameSequence. */
            frameSequence: Long;

            /** Look exposedAt. */
            exposedAt: alpr.v1.Instant;

            /** Look plate. */
            plate: string;

            /** Look confidence. */
            confidence: number;

            /** Look box. */
            box: alpr.v1.Box;

            /**
             * Encodes the specified Look message. Does not implicitly {@link alpr.v1.Look.verify|verify} messages.
             * @param message Look message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Look.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Look message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Look & alpr.v1.Look.$Shape} Look
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Look & alpr.v1.Look.$Shape;
        }

        namespace Look {

            /** Properties of a Look. */
            interface $Properties {

                /** Look frameSequence */
                frameSequence?: Long;

                /** Look exposedAt */
                exposedAt?: alpr.v1.Instant.$Properties;

                /** Look plate */
                plate?: string;

                /** Look confidence */
                confidence?: number;

                /** Look box */
                box?: alpr.v1.Box.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Look. */
            type $Shape = alpr.v1.Look.$Properties;
        }

        /**
         * Properties of a Vehicle.
         * @deprecated Use alpr.v1.Vehicle.$Properties instead.
         */
        interface IVehicle extends alpr.v1.Vehicle.$Properties {
        }

        /** Represents a Vehicle. */
        class Vehicle {

            /**
             * Constructs a new Vehicle.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Vehicle.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Vehicle make. */
            make: alpr.v1.VehicleAttribute;

            /** Vehicle model. */
            model: alpr.v1.VehicleAttribute;

            /** Vehicle colour. */
            colour: alpr.v1.VehicleAttribute;

            /** Vehicle type. */
            type: alpr.v1.VehicleAttribute;

            /** Vehicle identifiers. */
            identifiers: alpr.v1.VehicleAttribute[];

            /**
             * Encodes the specified Vehicle message. Does not implicitly {@link alpr.v1.Vehicle.verify|verify} messages.
             * @param message Vehicle message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Vehicle.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Vehicle message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Vehicle & alpr.v1.Vehicle.$Shape} Vehicle
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Vehicle & alpr.v1.Vehicle.$Shape;
        }

        namespace Vehicle {

            /** Properties of a Vehicle. */
            interface $Properties {

                /** Vehicle make */
                make?: alpr.v1.VehicleAttribute.$Properties;

                /** Vehicle model */
                model?: alpr.v1.VehicleAttribute.$Properties;

                /** Vehicle colour */
                colour?: alpr.v1.VehicleAttribute.$Properties;

                /** Vehicle type */
                type?: alpr.v1.VehicleAttribute.$Properties;

                /** Vehicle identifiers */
                identifiers?: alpr.v1.VehicleAttribute.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Vehicle. */
            type $Shape = alpr.v1.Vehicle.$Properties;
        }

        /**
         * Properties of a VehicleAttribute.
         * @deprecated Use alpr.v1.VehicleAttribute.$Properties instead.
         */
        interface IVehicleAttribute extends alpr.v1.VehicleAttribute.$Properties {
        }

        /** Represents a VehicleAttribute. */
        class VehicleAttribute {

            /**
             * Constructs a new VehicleAttribute.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.VehicleAttribute.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VehicleAttribute value. */
            value: string;

            /** VehicleAttribute confidence. */
            confidence: number;

            /**
             * Encodes the specified VehicleAttribute message. Does not implicitly {@link alpr.v1.VehicleAttribute.verify|verify} messages.
             * @param message VehicleAttribute message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.VehicleAttribute.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VehicleAttribute message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.VehicleAttribute & alpr.v1.VehicleAttribute.$Shape} VehicleAttribute
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.VehicleAttribute & alpr.v1.VehicleAttribute.$Shape;
        }

        namespace VehicleAttribute {

            /** Properties of a VehicleAttribute. */
            interface $Properties {

                /** VehicleAttribute value */
                value?: string;

                /** VehicleAttribute confidence */
                confidence?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VehicleAttribute. */
            type $Shape = alpr.v1.VehicleAttribute.$Properties;
        }

        /** CameraCondition enum. */
        enum CameraCondition {

            /** CAMERA_CONDITION_UNSPECIFIED value */
            CAMERA_CONDITION_UNSPECIFIED = 0,

            /** CAMERA_CONDITION_DELIVERING value */
            CAMERA_CONDITION_DELIVERING = 1,

            /** CAMERA_CONDITION_OPENING value */
            CAMERA_CONDITION_OPENING = 2,

            /** CAMERA_CONDITION_FAILED value */
            CAMERA_CONDITION_FAILED = 3,

            /** CAMERA_CONDITION_ENDED value */
            CAMERA_CONDITION_ENDED = 4
        }

        /**
         * Properties of a Health.
         * @deprecated Use alpr.v1.Health.$Properties instead.
         */
        interface IHealth extends alpr.v1.Health.$Properties {
        }

        /** Represents a Health. */
        class Health {

            /**
             * Constructs a new Health.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Health.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Health origin. */
            origin: alpr.v1.Origin;

            /** Health at. */
            at: alpr.v1.Instant;

            /** Health uptimeMs. */
            uptimeMs: Long;

            /** Health softwareVersion. */
            softwareVersion: string;

            /** Health stages. */
            stages: alpr.v1.StageTally[];

            /** Health memory. */
            memory: alpr.v1.Memory;

            /** Health backlog. */
            backlog: alpr.v1.Backlog;

            /** Health place. */
            place: alpr.v1.Place;

            /** Health cameras. */
            cameras: alpr.v1.CameraHealth[];

            /** Health faults. */
            faults: alpr.v1.CurrentFault[];

            /** Health framePool. */
            framePool: alpr.v1.FramePoolHealth;

            /** Health mainThread. */
            mainThread: alpr.v1.MainThread;

            /** Health sequencer. */
            sequencer: alpr.v1.Sequencer;

            /** Health warmth. */
            warmth: alpr.v1.Warmth;

            /** Health misreads. */
            misreads: alpr.v1.Misread[];

            /**
             * Encodes the specified Health message. Does not implicitly {@link alpr.v1.Health.verify|verify} messages.
             * @param message Health message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Health.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Health message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Health & alpr.v1.Health.$Shape} Health
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Health & alpr.v1.Health.$Shape;
        }

        namespace Health {

            /** Properties of a Health. */
            interface $Properties {

                /** Health origin */
                origin?: alpr.v1.Origin.$Properties;

                /** Health at */
                at?: alpr.v1.Instant.$Properties;

                /** Health uptimeMs */
                uptimeMs?: Long;

                /** Health softwareVersion */
                softwareVersion?: string;

                /** Health stages */
                stages?: alpr.v1.StageTally.$Properties[];

                /** Health memory */
                memory?: alpr.v1.Memory.$Properties;

                /** Health backlog */
                backlog?: alpr.v1.Backlog.$Properties;

                /** Health place */
                place?: alpr.v1.Place.$Properties;

                /** Health cameras */
                cameras?: alpr.v1.CameraHealth.$Properties[];

                /** Health faults */
                faults?: alpr.v1.CurrentFault.$Properties[];

                /** Health framePool */
                framePool?: alpr.v1.FramePoolHealth.$Properties;

                /** Health mainThread */
                mainThread?: alpr.v1.MainThread.$Properties;

                /** Health sequencer */
                sequencer?: alpr.v1.Sequencer.$Properties;

                /** Health warmth */
                warmth?: alpr.v1.Warmth.$Properties;

                /** Health misreads */
                misreads?: alpr.v1.Misread.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Health. */
            type $Shape = alpr.v1.Health.$Properties;
        }

        /**
         * Properties of a Misread.
         * @deprecated Use alpr.v1.Misread.$Properties instead.
         */
        interface IMisread extends alpr.v1.Misread.$Properties {
        }

        /** Represents a Misread. */
        class Misread {

            /**
             * Constructs a new Misread.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Misread.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Misread read. */
            read: string;

            /** Misread truly. */
            truly: string;

            /** Misread count. */
            count: number;

            /**
             * Encodes the specified Misread message. Does not implicitly {@link alpr.v1.Misread.verify|verify} messages.
             * @param message Misread message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Misread.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Misread message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Misread & alpr.v1.Misread.$Shape} Misread
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Misread & alpr.v1.Misread.$Shape;
        }

        namespace Misread {

            /** Properties of a Misread. */
            interface $Properties {

                /** Misread read */
                read?: string;

                /** Misread truly */
                truly?: string;

                /** Misread count */
                count?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Misread. */
            type $Shape = alpr.v1.Misread.$Properties;
        }

        /**
         * Properties of a StageTally.
         * @deprecated Use alpr.v1.StageTally.$Properties instead.
         */
        interface IStageTally extends alpr.v1.StageTally.$Properties {
        }

        /** Represents a StageTally. */
        class StageTally {

            /**
             * Constructs a new StageTally.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.StageTally.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StageTally stage. */
            stage: string;

            /** StageTally itemsIn. */
            itemsIn: Long;

            /** StageTally itemsOut. */
            itemsOut: Long;

            /** StageTally itemsHeld. */
            itemsHeld: Long;

            /** StageTally drops. */
            drops: alpr.v1.Drop[];

            /** StageTally cpuMs. */
            cpuMs: number;

            /**
             * Encodes the specified StageTally message. Does not implicitly {@link alpr.v1.StageTally.verify|verify} messages.
             * @param message StageTally message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.StageTally.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StageTally message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.StageTally & alpr.v1.StageTally.$Shape} StageTally
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.StageTally & alpr.v1.StageTally.$Shape;
        }

        namespace StageTally {

            /** Properties of a StageTally. */
            interface $Properties {

                /** StageTally stage */
                stage?: string;

                /** StageTally itemsIn */
                itemsIn?: Long;

                /** StageTally itemsOut */
                itemsOut?: Long;

                /** StageTally itemsHeld */
                itemsHeld?: Long;

                /** StageTally drops */
                drops?: alpr.v1.Drop.$Properties[];

                /** StageTally cpuMs */
                cpuMs?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StageTally. */
            type $Shape = alpr.v1.StageTally.$Properties;
        }

        /**
         * Properties of a Drop.
         * @deprecated Use alpr.v1.Drop.$Properties instead.
         */
        interface IDrop extends alpr.v1.Drop.$Properties {
        }

        /** Represents a Drop. */
        class Drop {

            /**
             * Constructs a new Drop.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Drop.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Drop reason. */
            reason: string;

            /** Drop items. */
            items: Long;

            /**
             * Encodes the specified Drop message. Does not implicitly {@link alpr.v1.Drop.verify|verify} messages.
             * @param message Drop message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Drop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Drop message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Drop & alpr.v1.Drop.$Shape} Drop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Drop & alpr.v1.Drop.$Shape;
        }

        namespace Drop {

            /** Properties of a Drop. */
            interface $Properties {

                /** Drop reason */
                reason?: string;

                /** Drop items */
                items?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Drop. */
            type $Shape = alpr.v1.Drop.$Properties;
        }

        /**
         * Properties of a Memory.
         * @deprecated Use alpr.v1.Memory.$Properties instead.
         */
        interface IMemory extends alpr.v1.Memory.$Properties {
        }

        /** Represents a Memory. */
        class Memory {

            /**
             * Constructs a new Memory.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Memory.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Memory residentBytes. */
            residentBytes: Long;

            /** Memory heapUsedBytes. */
            heapUsedBytes: Long;

            /** Memory externalBytes. */
            externalBytes: Long;

            /**
             * Encodes the specified Memory message. Does not implicitly {@link alpr.v1.Memory.verify|verify} messages.
             * @param message Memory message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Memory.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Memory message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Memory & alpr.v1.Memory.$Shape} Memory
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Memory & alpr.v1.Memory.$Shape;
        }

        namespace Memory {

            /** Properties of a Memory. */
            interface $Properties {

                /** Memory residentBytes */
                residentBytes?: Long;

                /** Memory heapUsedBytes */
                heapUsedBytes?: Long;

                /** Memory externalBytes */
                externalBytes?: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Memory. */
            type $Shape = alpr.v1.Memory.$Properties;
        }

        /**
         * Properties of a Backlog.
         * @deprecated Use alpr.v1.Backlog.$Properties instead.
         */
        interface IBacklog extends alpr.v1.Backlog.$Properties {
        }

        /** Represents a Backlog. */
        class Backlog {

            /**
             * Constructs a new Backlog.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Backlog.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Backlog messages. */
            messages: Long;

            /** Backlog oldestEpochUs. */
            oldestEpochUs: (Long|null);

            /**
             * Encodes the specified Backlog message. Does not implicitly {@link alpr.v1.Backlog.verify|verify} messages.
             * @param message Backlog message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Backlog.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Backlog message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Backlog & alpr.v1.Backlog.$Shape} Backlog
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Backlog & alpr.v1.Backlog.$Shape;
        }

        namespace Backlog {

            /** Properties of a Backlog. */
            interface $Properties {

                /** Backlog messages */
                messages?: Long;

                /** Backlog oldestEpochUs */
                oldestEpochUs?: (Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Backlog. */
            type $Shape = alpr.v1.Backlog.$Properties;
        }

        /**
         * Properties of a CameraHealth.
         * @deprecated Use alpr.v1.CameraHealth.$Properties instead.
         */
        interface ICameraHealth extends alpr.v1.CameraHealth.$Properties {
        }

        /** Represents a CameraHealth. */
        class CameraHealth {

            /**
             * Constructs a new CameraHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.CameraHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CameraHealth camera. */
            camera: string;

            /** CameraHealth condition. */
            condition: alpr.v1.CameraCondition;

            /** CameraHealth rateHz. */
            rateHz: (number|null);

            /**
             * Encodes the specified CameraHealth message. Does not implicitly {@link alpr.v1.CameraHealth.verify|verify} messages.
             * @param message CameraHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.CameraHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CameraHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.CameraHealth & alpr.v1.CameraHealth.$Shape} CameraHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.CameraHealth & alpr.v1.CameraHealth.$Shape;
        }

        namespace CameraHealth {

            /** Properties of a CameraHealth. */
            interface $Properties {

                /** CameraHealth camera */
                camera?: string;

                /** CameraHealth condition */
                condition?: alpr.v1.CameraCondition;

                /** CameraHealth rateHz */
                rateHz?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CameraHealth. */
            type $Shape = alpr.v1.CameraHealth.$Properties;
        }

        /**
         * Properties of a FramePoolHealth.
         * @deprecated Use alpr.v1.FramePoolHealth.$Properties instead.
         */
        interface IFramePoolHealth extends alpr.v1.FramePoolHealth.$Properties {
        }

        /** Represents a FramePoolHealth. */
        class FramePoolHealth {

            /**
             * Constructs a new FramePoolHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.FramePoolHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FramePoolHealth slots. */
            slots: number;

            /** FramePoolHealth freeSlots. */
            freeSlots: number;

            /**
             * Encodes the specified FramePoolHealth message. Does not implicitly {@link alpr.v1.FramePoolHealth.verify|verify} messages.
             * @param message FramePoolHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.FramePoolHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FramePoolHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.FramePoolHealth & alpr.v1.FramePoolHealth.$Shape} FramePoolHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.FramePoolHealth & alpr.v1.FramePoolHealth.$Shape;
        }

        namespace FramePoolHealth {

            /** Properties of a FramePoolHealth. */
            interface $Properties {

                /** FramePoolHealth slots */
                slots?: number;

                /** FramePoolHealth freeSlots */
                freeSlots?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FramePoolHealth. */
            type $Shape = alpr.v1.FramePoolHealth.$Properties;
        }

        /**
         * Properties of a MainThread.
         * @deprecated Use alpr.v1.MainThread.$Properties instead.
         */
        interface IMainThread extends alpr.v1.MainThread.$Properties {
        }

        /** Represents a MainThread. */
        class MainThread {

            /**
             * Constructs a new MainThread.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.MainThread.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MainThread lagP99Ms. */
            lagP99Ms: number;

            /** MainThread lagMaxMs. */
            lagMaxMs: number;

            /**
             * Encodes the specified MainThread message. Does not implicitly {@link alpr.v1.MainThread.verify|verify} messages.
             * @param message MainThread message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.MainThread.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MainThread message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.MainThread & alpr.v1.MainThread.$Shape} MainThread
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.MainThread & alpr.v1.MainThread.$Shape;
        }

        namespace MainThread {

            /** Properties of a MainThread. */
            interface $Properties {

                /** MainThread lagP99Ms */
                lagP99Ms?: number;

                /** MainThread lagMaxMs */
                lagMaxMs?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MainThread. */
            type $Shape = alpr.v1.MainThread.$Properties;
        }

        /**
         * Properties of a Warmth.
         * @deprecated Use alpr.v1.Warmth.$Properties instead.
         */
        interface IWarmth extends alpr.v1.Warmth.$Properties {
        }

        /** Represents a Warmth. */
        class Warmth {

            /**
             * Constructs a new Warmth.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Warmth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Warmth celsius. */
            celsius: number;

            /** Warmth throttled. */
            throttled: boolean;

            /**
             * Encodes the specified Warmth message. Does not implicitly {@link alpr.v1.Warmth.verify|verify} messages.
             * @param message Warmth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Warmth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Warmth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Warmth & alpr.v1.Warmth.$Shape} Warmth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Warmth & alpr.v1.Warmth.$Shape;
        }

        namespace Warmth {

            /** Properties of a Warmth. */
            interface $Properties {

                /** Warmth celsius */
                celsius?: number;

                /** Warmth throttled */
                throttled?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Warmth. */
            type $Shape = alpr.v1.Warmth.$Properties;
        }

        /**
         * Properties of a Sequencer.
         * @deprecated Use alpr.v1.Sequencer.$Properties instead.
         */
        interface ISequencer extends alpr.v1.Sequencer.$Properties {
        }

        /** Represents a Sequencer. */
        class Sequencer {

            /**
             * Constructs a new Sequencer.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.Sequencer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Sequencer cycles. */
            cycles: Long;

            /** Sequencer skipped. */
            skipped: Long;

            /** Sequencer withheld. */
            withheld: Long;

            /** Sequencer longestStrobeUs. */
            longestStrobeUs: number;

            /** Sequencer realtime. */
            realtime: boolean;

            /** Sequencer memoryLocked. */
            memoryLocked: boolean;

            /** Sequencer edgesByLateness. */
            edgesByLateness: Long[];

            /**
             * Encodes the specified Sequencer message. Does not implicitly {@link alpr.v1.Sequencer.verify|verify} messages.
             * @param message Sequencer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.Sequencer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Sequencer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.Sequencer & alpr.v1.Sequencer.$Shape} Sequencer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.Sequencer & alpr.v1.Sequencer.$Shape;
        }

        namespace Sequencer {

            /** Properties of a Sequencer. */
            interface $Properties {

                /** Sequencer cycles */
                cycles?: Long;

                /** Sequencer skipped */
                skipped?: Long;

                /** Sequencer withheld */
                withheld?: Long;

                /** Sequencer longestStrobeUs */
                longestStrobeUs?: number;

                /** Sequencer realtime */
                realtime?: boolean;

                /** Sequencer memoryLocked */
                memoryLocked?: boolean;

                /** Sequencer edgesByLateness */
                edgesByLateness?: Long[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Sequencer. */
            type $Shape = alpr.v1.Sequencer.$Properties;
        }

        /**
         * Properties of a CurrentFault.
         * @deprecated Use alpr.v1.CurrentFault.$Properties instead.
         */
        interface ICurrentFault extends alpr.v1.CurrentFault.$Properties {
        }

        /** Represents a CurrentFault. */
        class CurrentFault {

            /**
             * Constructs a new CurrentFault.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.CurrentFault.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CurrentFault code. */
            code: string;

            /** CurrentFault meaning. */
            meaning: string;

            /** CurrentFault remedy. */
            remedy: string;

            /** CurrentFault since. */
            since: alpr.v1.Instant;

            /**
             * Encodes the specified CurrentFault message. Does not implicitly {@link alpr.v1.CurrentFault.verify|verify} messages.
             * @param message CurrentFault message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.CurrentFault.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CurrentFault message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.CurrentFault & alpr.v1.CurrentFault.$Shape} CurrentFault
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.CurrentFault & alpr.v1.CurrentFault.$Shape;
        }

        namespace CurrentFault {

            /** Properties of a CurrentFault. */
            interface $Properties {

                /** CurrentFault code */
                code?: string;

                /** CurrentFault meaning */
                meaning?: string;

                /** CurrentFault remedy */
                remedy?: string;

                /** CurrentFault since */
                since?: alpr.v1.Instant.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CurrentFault. */
            type $Shape = alpr.v1.CurrentFault.$Properties;
        }

        /** Presence enum. */
        enum Presence {

            /** PRESENCE_UNSPECIFIED value */
            PRESENCE_UNSPECIFIED = 0,

            /** PRESENCE_ONLINE value */
            PRESENCE_ONLINE = 1,

            /** PRESENCE_SHUT_DOWN value */
            PRESENCE_SHUT_DOWN = 2,

            /** PRESENCE_LOST value */
            PRESENCE_LOST = 3
        }

        /**
         * Properties of a State.
         * @deprecated Use alpr.v1.State.$Properties instead.
         */
        interface IState extends alpr.v1.State.$Properties {
        }

        /** Represents a State. */
        class State {

            /**
             * Constructs a new State.
             * @param [properties] Properties to set
             */
            constructor(properties?: alpr.v1.State.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** State origin. */
            origin: alpr.v1.Origin;

            /** State presence. */
            presence: alpr.v1.Presence;

            /** State at. */
            at: alpr.v1.Instant;

            /** State softwareVersion. */
            softwareVersion: string;

            /** State auditKey. */
            auditKey: string;

            /**
             * Encodes the specified State message. Does not implicitly {@link alpr.v1.State.verify|verify} messages.
             * @param message State message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: alpr.v1.State.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a State message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {alpr.v1.State & alpr.v1.State.$Shape} State
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): alpr.v1.State & alpr.v1.State.$Shape;
        }

        namespace State {

            /** Properties of a State. */
            interface $Properties {

                /** State origin */
                origin?: alpr.v1.Origin.$Properties;

                /** State presence */
                presence?: alpr.v1.Presence;

                /** State at */
                at?: alpr.v1.Instant.$Properties;

                /** State softwareVersion */
                softwareVersion?: string;

                /** State auditKey */
                auditKey?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a State. */
            type $Shape = alpr.v1.State.$Properties;
        }
    }
}
