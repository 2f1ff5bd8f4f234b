/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["alpr.v1"] || ($protobuf.roots["alpr.v1"] = {});

export const alpr = $root.alpr = (() => {

    /**
     * Namespace alpr.
     * @exports alpr
     * @namespace
     */
    const alpr = {};

    alpr.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof alpr
         * @namespace
         */
        const v1 = {};

        /**
         * AlertState enum.
         * @name alpr.v1.AlertState
         * @enum {number}
         * @property {number} ALERT_STATE_UNSPECIFIED=0 ALERT_STATE_UNSPECIFIED value
         * @property {number} ALERT_STATE_RAISED=1 ALERT_STATE_RAISED value
         * @property {number} ALERT_STATE_SEEN=2 ALERT_STATE_SEEN value
         * @property {number} ALERT_STATE_VERIFIED=3 ALERT_STATE_VERIFIED value
         * @property {number} ALERT_STATE_ACTIONABLE=4 ALERT_STATE_ACTIONABLE value
         * @property {number} ALERT_STATE_CLOSED=5 ALERT_STATE_CLOSED value
         * @property {number} ALERT_STATE_DISMISSED=6 ALERT_STATE_DISMISSED value
         * @property {number} ALERT_STATE_EXPIRED=7 ALERT_STATE_EXPIRED value
         */
        v1.AlertState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ALERT_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ALERT_STATE_RAISED"] = 1;
            values[valuesById[2] = "ALERT_STATE_SEEN"] = 2;
            values[valuesById[3] = "ALERT_STATE_VERIFIED"] = 3;
            values[valuesById[4] = "ALERT_STATE_ACTIONABLE"] = 4;
            values[valuesById[5] = "ALERT_STATE_CLOSED"] = 5;
            values[valuesById[6] = "ALERT_STATE_DISMISSED"] = 6;
            values[valuesById[7] = "ALERT_STATE_EXPIRED"] = 7;
            return values;
        })();

        /**
         * Disposition enum.
         * @name alpr.v1.Disposition
         * @enum {number}
         * @property {number} DISPOSITION_UNSPECIFIED=0 DISPOSITION_UNSPECIFIED value
         * @property {number} DISPOSITION_CONFIRMED=1 DISPOSITION_CONFIRMED value
         * @property {number} DISPOSITION_MISREAD=2 DISPOSITION_MISREAD value
         * @property {number} DISPOSITION_WRONG_STATE=3 DISPOSITION_WRONG_STATE value
         * @property {number} DISPOSITION_LISTING_NOT_VALID=4 DISPOSITION_LISTING_NOT_VALID value
         * @property {number} DISPOSITION_WRONG_VEHICLE=5 DISPOSITION_WRONG_VEHICLE value
         */
        v1.Disposition = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DISPOSITION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DISPOSITION_CONFIRMED"] = 1;
            values[valuesById[2] = "DISPOSITION_MISREAD"] = 2;
            values[valuesById[3] = "DISPOSITION_WRONG_STATE"] = 3;
            values[valuesById[4] = "DISPOSITION_LISTING_NOT_VALID"] = 4;
            values[valuesById[5] = "DISPOSITION_WRONG_VEHICLE"] = 5;
            return values;
        })();

        /**
         * Outcome enum.
         * @name alpr.v1.Outcome
         * @enum {number}
         * @property {number} OUTCOME_UNSPECIFIED=0 OUTCOME_UNSPECIFIED value
         * @property {number} OUTCOME_ARREST=1 OUTCOME_ARREST value
         * @property {number} OUTCOME_OTHER_ENFORCEMENT=2 OUTCOME_OTHER_ENFORCEMENT value
         * @property {number} OUTCOME_UNABLE_TO_LOCATE=3 OUTCOME_UNABLE_TO_LOCATE value
         * @property {number} OUTCOME_NO_ACTION=4 OUTCOME_NO_ACTION value
         */
        v1.Outcome = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
            values[valuesById[1] = "OUTCOME_ARREST"] = 1;
            values[valuesById[2] = "OUTCOME_OTHER_ENFORCEMENT"] = 2;
            values[valuesById[3] = "OUTCOME_UNABLE_TO_LOCATE"] = 3;
            values[valuesById[4] = "OUTCOME_NO_ACTION"] = 4;
            return values;
        })();

        v1.Alert = (function() {

            /**
             * Properties of an Alert.
             * @typedef {Object} alpr.v1.Alert.$Properties
             * @property {alpr.v1.Origin.$Properties} [origin] Alert origin
             * @property {string} [alertId] Alert alertId
             * @property {string} [detectionId] Alert detectionId
             * @property {Long} [detectionSequence] Alert detectionSequence
             * @property {alpr.v1.AlertState} [state] Alert state
             * @property {alpr.v1.Instant.$Properties} [exposedAt] Alert exposedAt
             * @property {alpr.v1.Place.$Properties} [place] Alert place
             * @property {string} [camera] Alert camera
             * @property {string} [plate] Alert plate
             * @property {number} [confidence] Alert confidence
             * @property {alpr.v1.Region.$Properties} [region] Alert region
             * @property {alpr.v1.Picture.$Properties} [plateImage] Alert plateImage
             * @property {Array.<alpr.v1.Hit.$Properties>} [hits] Alert hits
             * @property {string} [notice] Alert notice
             * @property {alpr.v1.Instant.$Properties} [expiresAt] Alert expiresAt
             * @property {Array.<number>} [unknownPositions] Alert unknownPositions
             * @property {alpr.v1.Instant.$Properties} [raisedAt] Alert raisedAt
             * @property {alpr.v1.AlertPriority} [priority] Alert priority
             * @property {Array.<string>} [zones] Alert zones
             * @property {boolean} [forEveryone] Alert forEveryone
             * @property {Array.<string>} [subscribers] Alert subscribers
             * @property {alpr.v1.Act.$Properties} [seen] Alert seen
             * @property {alpr.v1.Act.$Properties} [charactersConfirmed] Alert charactersConfirmed
             * @property {alpr.v1.Act.$Properties} [stateConfirmed] Alert stateConfirmed
             * @property {alpr.v1.Act.$Properties} [vehicleConfirmed] Alert vehicleConfirmed
             * @property {alpr.v1.DispatchConfirmation.$Properties} [dispatch] Alert dispatch
             * @property {alpr.v1.AlertEnding.$Properties} [ended] Alert ended
             * @property {number} [resends] Alert resends
             * @property {Array.<Long>} [earlierDetectionSequences] Alert earlierDetectionSequences
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Alert.
             * @memberof alpr.v1
             * @interface IAlert
             * @augments alpr.v1.Alert.$Properties
             * @deprecated Use alpr.v1.Alert.$Properties instead.
             */

            /**
             * Shape of an Alert.
             * @typedef {alpr.v1.Alert.$Properties} alpr.v1.Alert.$Shape
             */

            /**
             * Constructs a new Alert.
             * @memberof alpr.v1
             * @classdesc Represents an Alert.
             * @constructor
             * @param {alpr.v1.Alert.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Alert = function (properties) {
                this.hits = [];
                this.unknownPositions = [];
                this.zones = [];
                this.subscribers = [];
                this.earlierDetectionSequences = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Alert origin.
             * @member {alpr.v1.Origin} origin
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.origin = null;

            /**
             * Alert alertId.
             * @member {string} alertId
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.alertId = "";

            /**
             * Alert detectionId.
             * @member {string} detectionId
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.detectionId = "";

            /**
             * Alert detectionSequence.
             * @member {Long} detectionSequence
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.detectionSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Alert state.
             * @member {alpr.v1.AlertState} state
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.state = 0;

            /**
             * Alert exposedAt.
             * @member {alpr.v1.Instant} exposedAt
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.exposedAt = null;

            /**
             * Alert place.
             * @member {alpr.v1.Place} place
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.place = null;

            /**
             * Alert camera.
             * @member {string} camera
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.camera = "";

            /**
             * Alert plate.
             * @member {string} plate
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.plate = "";

            /**
             * Alert confidence.
             * @member {number} confidence
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.confidence = 0;

            /**
             * Alert region.
             * @member {alpr.v1.Region} region
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.region = null;

            /**
             * Alert plateImage.
             * @member {alpr.v1.Picture} plateImage
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.plateImage = null;

            /**
             * Alert hits.
             * @member {Array.<alpr.v1.Hit>} hits
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.hits = $util.emptyArray;

            /**
             * Alert notice.
             * @member {string} notice
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.notice = "";

            /**
             * Alert expiresAt.
             * @member {alpr.v1.Instant} expiresAt
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.expiresAt = null;

            /**
             * Alert unknownPositions.
             * @member {Array.<number>} unknownPositions
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.unknownPositions = $util.emptyArray;

            /**
             * Alert raisedAt.
             * @member {alpr.v1.Instant} raisedAt
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.raisedAt = null;

            /**
             * Alert priority.
             * @member {alpr.v1.AlertPriority} priority
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.priority = 0;

            /**
             * Alert zones.
             * @member {Array.<string>} zones
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.zones = $util.emptyArray;

            /**
             * Alert forEveryone.
             * @member {boolean} forEveryone
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.forEveryone = false;

            /**
             * Alert subscribers.
             * @member {Array.<string>} subscribers
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.subscribers = $util.emptyArray;

            /**
             * Alert seen.
             * @member {alpr.v1.Act} seen
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.seen = null;

            /**
             * Alert charactersConfirmed.
             * @member {alpr.v1.Act} charactersConfirmed
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.charactersConfirmed = null;

            /**
             * Alert stateConfirmed.
             * @member {alpr.v1.Act} stateConfirmed
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.stateConfirmed = null;

            /**
             * Alert vehicleConfirmed.
             * @member {alpr.v1.Act} vehicleConfirmed
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.vehicleConfirmed = null;

            /**
             * Alert dispatch.
             * @member {alpr.v1.DispatchConfirmation} dispatch
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.dispatch = null;

            /**
             * Alert ended.
             * @member {alpr.v1.AlertEnding} ended
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.ended = null;

            /**
             * Alert resends.
             * @member {number} resends
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.resends = 0;

            /**
             * Alert earlierDetectionSequences.
             * @member {Array.<Long>} earlierDetectionSequences
             * @memberof alpr.v1.Alert
             * @instance
             */
            Alert.prototype.earlierDetectionSequences = $util.emptyArray;

            /**
             * Encodes the specified Alert message. Does not implicitly {@link alpr.v1.Alert.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Alert
             * @static
             * @param {alpr.v1.Alert.$Properties} message Alert message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Alert.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.alpr.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.alertId != null && $Object.hasOwnProperty.call(message, "alertId") && message.alertId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.alertId);
                if (message.detectionId != null && $Object.hasOwnProperty.call(message, "detectionId") && message.detectionId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.detectionId);
                if (message.detectionSequence != null && $Object.hasOwnProperty.call(message, "detectionSequence") && (typeof message.detectionSequence === "object" ? message.detectionSequence.low || message.detectionSequence.high : message.detectionSequence !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.detectionSequence);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.state);
                if (message.exposedAt != null && $Object.hasOwnProperty.call(message, "exposedAt"))
                    $root.alpr.v1.Instant.encode(message.exposedAt, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.place != null && $Object.hasOwnProperty.call(message, "place"))
                    $root.alpr.v1.Place.encode(message.place, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.camera != null && $Object.hasOwnProperty.call(message, "camera") && message.camera !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.camera);
                if (message.plate != null && $Object.hasOwnProperty.call(message, "plate") && message.plate !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.plate);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 10, wireType 5 =*/85).float(message.confidence);
                if (message.region != null && $Object.hasOwnProperty.call(message, "region"))
                    $root.alpr.v1.Region.encode(message.region, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.plateImage != null && $Object.hasOwnProperty.call(message, "plateImage"))
                    $root.alpr.v1.Picture.encode(message.plateImage, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.hits != null && message.hits.length)
                    for (let i = 0; i < message.hits.length; ++i)
                        $root.alpr.v1.Hit.encode(message.hits[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.notice != null && $Object.hasOwnProperty.call(message, "notice") && message.notice !== "")
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.notice);
                if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                    $root.alpr.v1.Instant.encode(message.expiresAt, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.unknownPositions != null && message.unknownPositions.length)
                    writer.uint32(/* id 16, wireType 2 =*/130).uint32s(message.unknownPositions);
                if (message.raisedAt != null && $Object.hasOwnProperty.call(message, "raisedAt"))
                    $root.alpr.v1.Instant.encode(message.raisedAt, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                    writer.uint32(/* id 18, wireType 0 =*/144).int32(message.priority);
                if (message.zones != null && message.zones.length)
                    for (let i = 0; i < message.zones.length; ++i)
                        writer.uint32(/* id 19, wireType 2 =*/154).string(message.zones[i]);
                if (message.forEveryone != null && $Object.hasOwnProperty.call(message, "forEveryone") && message.forEveryone !== false)
                    writer.uint32(/* id 20, wireType 0 =*/160).bool(message.forEveryone);
                if (message.subscribers != null && message.subscribers.length)
                    for (let i = 0; i < message.subscribers.length; ++i)
                        writer.uint32(/* id 21, wireType 2 =*/170).string(message.subscribers[i]);
                if (message.seen != null && $Object.hasOwnProperty.call(message, "seen"))
                    $root.alpr.v1.Act.encode(message.seen, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.charactersConfirmed != null && $Object.hasOwnProperty.call(message, "charactersConfirmed"))
                    $root.alpr.v1.Act.encode(message.charactersConfirmed, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                if (message.stateConfirmed != null && $Object.hasOwnProperty.call(message, "stateConfirmed"))
                    $root.alpr.v1.Act.encode(message.stateConfirmed, writer.uint32(/* id 24, wireType 2 =*/194).fork(), _depth + 1).ldelim();
                if (message.vehicleConfirmed != null && $Object.hasOwnProperty.call(message, "vehicleConfirmed"))
                    $root.alpr.v1.Act.encode(message.vehicleConfirmed, writer.uint32(/* id 25, wireType 2 =*/202).fork(), _depth + 1).ldelim();
                if (message.dispatch != null && $Object.hasOwnProperty.call(message, "dispatch"))
                    $root.alpr.v1.DispatchConfirmation.encode(message.dispatch, writer.uint32(/* id 26, wireType 2 =*/210).fork(), _depth + 1).ldelim();
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended"))
                    $root.alpr.v1.AlertEnding.encode(message.ended, writer.uint32(/* id 27, wireType 2 =*/218).fork(), _depth + 1).ldelim();
                if (message.resends != null && $Object.hasOwnProperty.call(message, "resends") && message.resends !== 0)
                    writer.uint32(/* id 28, wireType 0 =*/224).uint32(message.resends);
                if (message.earlierDetectionSequences != null && message.earlierDetectionSequences.length)
                    writer.uint32(/* id 29, wireType 2 =*/234).uint64s(message.earlierDetectionSequences);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Alert message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Alert
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Alert & alpr.v1.Alert.$Shape} Alert
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Alert.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Alert();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.alpr.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.alertId = value;
                            else
                                delete message.alertId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detectionId = value;
                            else
                                delete message.detectionId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.detectionSequence = value;
                            else
                                delete message.detectionSequence;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.exposedAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.exposedAt);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.place = $root.alpr.v1.Place.decode(reader, reader.size(), $undefined, _depth + 1, message.place);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.camera = value;
                            else
                                delete message.camera;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.plate = value;
                            else
                                delete message.plate;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.region = $root.alpr.v1.Region.decode(reader, reader.size(), $undefined, _depth + 1, message.region);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.plateImage = $root.alpr.v1.Picture.decode(reader, reader.size(), $undefined, _depth + 1, message.plateImage);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hits && message.hits.length))
                                message.hits = [];
                            message.hits.push($root.alpr.v1.Hit.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.notice = value;
                            else
                                delete message.notice;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.expiresAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.expiresAt);
                            continue;
                        }
                    case 16: {
                            if (wireType === 2) {
                                if (!(message.unknownPositions && message.unknownPositions.length))
                                    message.unknownPositions = [];
                                reader.uint32s(message.unknownPositions);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.unknownPositions && message.unknownPositions.length))
                                message.unknownPositions = [];
                            message.unknownPositions.push(reader.uint32());
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.raisedAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.raisedAt);
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.priority = value;
                            else
                                delete message.priority;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            if (!(message.zones && message.zones.length))
                                message.zones = [];
                            message.zones.push(reader.stringVerify());
                            continue;
                        }
                    case 20: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.forEveryone = value;
                            else
                                delete message.forEveryone;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            if (!(message.subscribers && message.subscribers.length))
                                message.subscribers = [];
                            message.subscribers.push(reader.stringVerify());
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.seen = $root.alpr.v1.Act.decode(reader, reader.size(), $undefined, _depth + 1, message.seen);
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.charactersConfirmed = $root.alpr.v1.Act.decode(reader, reader.size(), $undefined, _depth + 1, message.charactersConfirmed);
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.stateConfirmed = $root.alpr.v1.Act.decode(reader, reader.size(), $undefined, _depth + 1, message.stateConfirmed);
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.vehicleConfirmed = $root.alpr.v1.Act.decode(reader, reader.size(), $undefined, _depth + 1, message.vehicleConfirmed);
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.dispatch = $root.alpr.v1.DispatchConfirmation.decode(reader, reader.size(), $undefined, _depth + 1, message.dispatch);
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            message.ended = $root.alpr.v1.AlertEnding.decode(reader, reader.size(), $undefined, _depth + 1, message.ended);
                            continue;
                        }
                    case 28: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.resends = value;
                            else
                                delete message.resends;
                            continue;
                        }
                    case 29: {
                            if (wireType === 2) {
                                if (!(message.earlierDetectionSequences && message.earlierDetectionSequences.length))
                                    message.earlierDetectionSequences = [];
                                reader.uint64s(message.earlierDetectionSequences);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.earlierDetectionSequences && message.earlierDetectionSequences.length))
                                message.earlierDetectionSequences = [];
                            message.earlierDetectionSequences.push(reader.uint64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Alert;
        })();

        /**
         * AlertPriority enum.
         * @name alpr.v1.AlertPriority
         * @enum {number}
         * @property {number} ALERT_PRIORITY_UNSPECIFIED=0 ALERT_PRIORITY_UNSPECIFIED value
         * @property {number} ALERT_PRIORITY_HIGH=1 ALERT_PRIORITY_HIGH value
         * @property {number} ALERT_PRIORITY_MEDIUM=2 ALERT_PRIORITY_MEDIUM value
         * @property {number} ALERT_PRIORITY_LOW=3 ALERT_PRIORITY_LOW value
         */
        v1.AlertPriority = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ALERT_PRIORITY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ALERT_PRIORITY_HIGH"] = 1;
            values[valuesById[2] = "ALERT_PRIORITY_MEDIUM"] = 2;
            values[valuesById[3] = "ALERT_PRIORITY_LOW"] = 3;
            return values;
        })();

        v1.Act = (function() {

            /**
             * Properties of an Act.
             * @typedef {Object} alpr.v1.Act.$Properties
             * @property {string} [person] Act person
             * @property {string} [role] Act role
             * @property {alpr.v1.Instant.$Properties} [at] Act at
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Act.
             * @memberof alpr.v1
             * @interface IAct
             * @augments alpr.v1.Act.$Properties
             * @deprecated Use alpr.v1.Act.$Properties instead.
             */

            /**
             * Shape of an Act.
             * @typedef {alpr.v1.Act.$Properties} alpr.v1.Act.$Shape
             */

            /**
             * Constructs a new Act.
             * @memberof alpr.v1
             * @classdesc Represents an Act.
             * @constructor
             * @param {alpr.v1.Act.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Act = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Act person.
             * @member {string} person
             * @memberof alpr.v1.Act
             * @instance
             */
            Act.prototype.person = "";

            /**
             * Act role.
             * @member {string} role
             * @memberof alpr.v1.Act
             * @instance
             */
            Act.prototype.role = "";

            /**
             * Act at.
             * @member {alpr.v1.Instant} at
             * @memberof alpr.v1.Act
             * @instance
             */
            Act.prototype.at = null;

            /**
             * Encodes the specified Act message. Does not implicitly {@link alpr.v1.Act.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Act
             * @static
             * @param {alpr.v1.Act.$Properties} message Act message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Act.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.person);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.role);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    $root.alpr.v1.Instant.encode(message.at, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Act message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Act
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Act & alpr.v1.Act.$Shape} Act
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Act.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Act();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.at = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Act;
        })();

        v1.DispatchConfirmation = (function() {

            /**
             * Properties of a DispatchConfirmation.
             * @typedef {Object} alpr.v1.DispatchConfirmation.$Properties
             * @property {alpr.v1.Act.$Properties} [recorded] DispatchConfirmation recorded
             * @property {string} [confirmedBy] DispatchConfirmation confirmedBy
             * @property {alpr.v1.Instant.$Properties} [confirmedAt] DispatchConfirmation confirmedAt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DispatchConfirmation.
             * @memberof alpr.v1
             * @interface IDispatchConfirmation
             * @augments alpr.v1.DispatchConfirmation.$Properties
             * @deprecated Use alpr.v1.DispatchConfirmation.$Properties instead.
             */

            /**
             * Shape of a DispatchConfirmation.
             * @typedef {alpr.v1.DispatchConfirmation.$Properties} alpr.v1.DispatchConfirmation.$Shape
             */

            /**
             * Constructs a new DispatchConfirmation.
             * @memberof alpr.v1
             * @classdesc Represents a DispatchConfirmation.
             * @constructor
             * @param {alpr.v1.DispatchConfirmation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DispatchConfirmation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DispatchConfirmation recorded.
             * @member {alpr.v1.Act} recorded
             * @memberof alpr.v1.DispatchConfirmation
             * @instance
             */
            DispatchConfirmation.prototype.recorded = null;

            /**
             * DispatchConfirmation confirmedBy.
             * @member {string} confirmedBy
             * @memberof alpr.v1.DispatchConfirmation
             * @instance
             */
            DispatchConfirmation.prototype.confirmedBy = "";

            /**
             * DispatchConfirmation confirmedAt.
             * @member {alpr.v1.Instant} confirmedAt
             * @memberof alpr.v1.DispatchConfirmation
             * @instance
             */
            DispatchConfirmation.prototype.confirmedAt = null;

            /**
             * Encodes the specified DispatchConfirmation message. Does not implicitly {@link alpr.v1.DispatchConfirmation.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.DispatchConfirmation
             * @static
             * @param {alpr.v1.DispatchConfirmation.$Properties} message DispatchConfirmation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DispatchConfirmation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.recorded != null && $Object.hasOwnProperty.call(message, "recorded"))
                    $root.alpr.v1.Act.encode(message.recorded, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.confirmedBy != null && $Object.hasOwnProperty.call(message, "confirmedBy") && message.confirmedBy !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.confirmedBy);
                if (message.confirmedAt != null && $Object.hasOwnProperty.call(message, "confirmedAt"))
                    $root.alpr.v1.Instant.encode(message.confirmedAt, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DispatchConfirmation message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.DispatchConfirmation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.DispatchConfirmation & alpr.v1.DispatchConfirmation.$Shape} DispatchConfirmation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DispatchConfirmation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.DispatchConfirmation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.recorded = $root.alpr.v1.Act.decode(reader, reader.size(), $undefined, _depth + 1, message.recorded);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.confirmedBy = value;
                            else
                                delete message.confirmedBy;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.confirmedAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.confirmedAt);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DispatchConfirmation;
        })();

        v1.AlertEnding = (function() {

            /**
             * Properties of an AlertEnding.
             * @typedef {Object} alpr.v1.AlertEnding.$Properties
             * @property {alpr.v1.Act.$Properties} [act] AlertEnding act
             * @property {alpr.v1.Disposition} [disposition] AlertEnding disposition
             * @property {alpr.v1.Outcome} [outcome] AlertEnding outcome
             * @property {Array.<number>} [misreadPositions] AlertEnding misreadPositions
             * @property {string} [misreadAs] AlertEnding misreadAs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AlertEnding.
             * @memberof alpr.v1
             * @interface IAlertEnding
             * @augments alpr.v1.AlertEnding.$Properties
             * @deprecated Use alpr.v1.AlertEnding.$Properties instead.
             */

            /**
             * Shape of an AlertEnding.
             * @typedef {alpr.v1.AlertEnding.$Properties} alpr.v1.AlertEnding.$Shape
             */

            /**
             * Constructs a new AlertEnding.
             * @memberof alpr.v1
             * @classdesc Represents an AlertEnding.
             * @constructor
             * @param {alpr.v1.AlertEnding.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AlertEnding = function (properties) {
                this.misreadPositions = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AlertEnding act.
             * @member {alpr.v1.Act} act
             * @memberof alpr.v1.AlertEnding
             * @instance
             */
            AlertEnding.prototype.act = null;

            /**
             * AlertEnding disposition.
             * @member {alpr.v1.Disposition} disposition
             * @memberof alpr.v1.AlertEnding
             * @instance
             */
            AlertEnding.prototype.disposition = 0;

            /**
             * AlertEnding outcome.
             * @member {alpr.v1.Outcome} outcome
             * @memberof alpr.v1.AlertEnding
             * @instance
             */
            AlertEnding.prototype.outcome = 0;

            /**
             * AlertEnding misreadPositions.
             * @member {Array.<number>} misreadPositions
             * @memberof alpr.v1.AlertEnding
             * @instance
             */
            AlertEnding.prototype.misreadPositions = $util.emptyArray;

            /**
             * AlertEnding misreadAs.
             * @member {string} misreadAs
             * @memberof alpr.v1.AlertEnding
             * @instance
             */
            AlertEnding.prototype.misreadAs = "";

            /**
             * Encodes the specified AlertEnding message. Does not implicitly {@link alpr.v1.AlertEnding.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.AlertEnding
             * @static
             * @param {alpr.v1.AlertEnding.$Properties} message AlertEnding message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AlertEnding.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.act != null && $Object.hasOwnProperty.call(message, "act"))
                    $root.alpr.v1.Act.encode(message.act, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.disposition != null && $Object.hasOwnProperty.call(message, "disposition") && message.disposition !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.disposition);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.outcome);
                if (message.misreadPositions != null && message.misreadPositions.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.misreadPositions);
                if (message.misreadAs != null && $Object.hasOwnProperty.call(message, "misreadAs") && message.misreadAs !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.misreadAs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AlertEnding message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.AlertEnding
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.AlertEnding & alpr.v1.AlertEnding.$Shape} AlertEnding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AlertEnding.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.AlertEnding();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.act = $root.alpr.v1.Act.decode(reader, reader.size(), $undefined, _depth + 1, message.act);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.disposition = value;
                            else
                                delete message.disposition;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.misreadPositions && message.misreadPositions.length))
                                    message.misreadPositions = [];
                                reader.uint32s(message.misreadPositions);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.misreadPositions && message.misreadPositions.length))
                                message.misreadPositions = [];
                            message.misreadPositions.push(reader.uint32());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.misreadAs = value;
                            else
                                delete message.misreadAs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AlertEnding;
        })();

        v1.AlertAcknowledgement = (function() {

            /**
             * Properties of an AlertAcknowledgement.
             * @typedef {Object} alpr.v1.AlertAcknowledgement.$Properties
             * @property {string} [alertId] AlertAcknowledgement alertId
             * @property {alpr.v1.AlertState} [state] AlertAcknowledgement state
             * @property {string} [person] AlertAcknowledgement person
             * @property {alpr.v1.Instant.$Properties} [at] AlertAcknowledgement at
             * @property {boolean} [charactersConfirmed] AlertAcknowledgement charactersConfirmed
             * @property {boolean} [stateConfirmed] AlertAcknowledgement stateConfirmed
             * @property {boolean} [vehicleConfirmed] AlertAcknowledgement vehicleConfirmed
             * @property {string|null} [confirmedBy] AlertAcknowledgement confirmedBy
             * @property {alpr.v1.Instant.$Properties} [confirmedAt] AlertAcknowledgement confirmedAt
             * @property {alpr.v1.Disposition} [disposition] AlertAcknowledgement disposition
             * @property {Array.<number>} [misreadPositions] AlertAcknowledgement misreadPositions
             * @property {alpr.v1.Outcome} [outcome] AlertAcknowledgement outcome
             * @property {string} [misreadAs] AlertAcknowledgement misreadAs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AlertAcknowledgement.
             * @memberof alpr.v1
             * @interface IAlertAcknowledgement
             * @augments alpr.v1.AlertAcknowledgement.$Properties
             * @deprecated Use alpr.v1.AlertAcknowledgement.$Properties instead.
             */

            /**
             * Shape of an AlertAcknowledgement.
             * @typedef {alpr.v1.AlertAcknowledgement.$Properties} alpr.v1.AlertAcknowledgement.$Shape
             */

            /**
             * Constructs a new AlertAcknowledgement.
             * @memberof alpr.v1
             * @classdesc Represents an AlertAcknowledgement.
             * @constructor
             * @param {alpr.v1.AlertAcknowledgement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AlertAcknowledgement = function (properties) {
                this.misreadPositions = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AlertAcknowledgement alertId.
             * @member {string} alertId
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.alertId = "";

            /**
             * AlertAcknowledgement state.
             * @member {alpr.v1.AlertState} state
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.state = 0;

            /**
             * AlertAcknowledgement person.
             * @member {string} person
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.person = "";

            /**
             * AlertAcknowledgement at.
             * @member {alpr.v1.Instant} at
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.at = null;

            /**
             * AlertAcknowledgement charactersConfirmed.
             * @member {boolean} charactersConfirmed
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.charactersConfirmed = false;

            /**
             * AlertAcknowledgement stateConfirmed.
             * @member {boolean} stateConfirmed
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.stateConfirmed = false;

            /**
             * AlertAcknowledgement vehicleConfirmed.
             * @member {boolean} vehicleConfirmed
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.vehicleConfirmed = false;

            /**
             * AlertAcknowledgement confirmedBy.
             * @member {string|null} confirmedBy
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.confirmedBy = null;

            /**
             * AlertAcknowledgement confirmedAt.
             * @member {alpr.v1.Instant} confirmedAt
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.confirmedAt = null;

            /**
             * AlertAcknowledgement disposition.
             * @member {alpr.v1.Disposition} disposition
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.disposition = 0;

            /**
             * AlertAcknowledgement misreadPositions.
             * @member {Array.<number>} misreadPositions
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.misreadPositions = $util.emptyArray;

            /**
             * AlertAcknowledgement outcome.
             * @member {alpr.v1.Outcome} outcome
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.outcome = 0;

            /**
             * AlertAcknowledgement misreadAs.
             * @member {string} misreadAs
             * @memberof alpr.v1.AlertAcknowledgement
             * @instance
             */
            AlertAcknowledgement.prototype.misreadAs = "";

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AlertAcknowledgement.prototype, "_confirmedBy", {
                get: $util.oneOfGetter($oneOfFields = ["confirmedBy"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified AlertAcknowledgement message. Does not implicitly {@link alpr.v1.AlertAcknowledgement.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.AlertAcknowledgement
             * @static
             * @param {alpr.v1.AlertAcknowledgement.$Properties} message AlertAcknowledgement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AlertAcknowledgement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.alertId != null && $Object.hasOwnProperty.call(message, "alertId") && message.alertId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.alertId);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.state);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.person);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    $root.alpr.v1.Instant.encode(message.at, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.charactersConfirmed != null && $Object.hasOwnProperty.call(message, "charactersConfirmed") && message.charactersConfirmed !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.charactersConfirmed);
                if (message.stateConfirmed != null && $Object.hasOwnProperty.call(message, "stateConfirmed") && message.stateConfirmed !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.stateConfirmed);
                if (message.vehicleConfirmed != null && $Object.hasOwnProperty.call(message, "vehicleConfirmed") && message.vehicleConfirmed !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.vehicleConfirmed);
                if (message.confirmedBy != null && $Object.hasOwnProperty.call(message, "confirmedBy"))
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.confirmedBy);
                if (message.confirmedAt != null && $Object.hasOwnProperty.call(message, "confirmedAt"))
                    $root.alpr.v1.Instant.encode(message.confirmedAt, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.disposition != null && $Object.hasOwnProperty.call(message, "disposition") && message.disposition !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).int32(message.disposition);
                if (message.misreadPositions != null && message.misreadPositions.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).uint32s(message.misreadPositions);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).int32(message.outcome);
                if (message.misreadAs != null && $Object.hasOwnProperty.call(message, "misreadAs") && message.misreadAs !== "")
                    writer.uint32(/* id 13, wireType 2 =*/106).string(message.misreadAs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AlertAcknowledgement message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.AlertAcknowledgement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.AlertAcknowledgement & alpr.v1.AlertAcknowledgement.$Shape} AlertAcknowledgement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AlertAcknowledgement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.AlertAcknowledgement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.alertId = value;
                            else
                                delete message.alertId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.at = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.charactersConfirmed = value;
                            else
                                delete message.charactersConfirmed;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.stateConfirmed = value;
                            else
                                delete message.stateConfirmed;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.vehicleConfirmed = value;
                            else
                                delete message.vehicleConfirmed;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.confirmedBy = reader.stringVerify();
                            message._confirmedBy = "confirmedBy";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.confirmedAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.confirmedAt);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.disposition = value;
                            else
                                delete message.disposition;
                            continue;
                        }
                    case 11: {
                            if (wireType === 2) {
                                if (!(message.misreadPositions && message.misreadPositions.length))
                                    message.misreadPositions = [];
                                reader.uint32s(message.misreadPositions);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.misreadPositions && message.misreadPositions.length))
                                message.misreadPositions = [];
                            message.misreadPositions.push(reader.uint32());
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.misreadAs = value;
                            else
                                delete message.misreadAs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AlertAcknowledgement;
        })();

        /**
         * UnitKind enum.
         * @name alpr.v1.UnitKind
         * @enum {number}
         * @property {number} UNIT_KIND_UNSPECIFIED=0 UNIT_KIND_UNSPECIFIED value
         * @property {number} UNIT_KIND_STATIONARY=1 UNIT_KIND_STATIONARY value
         * @property {number} UNIT_KIND_MOBILE=2 UNIT_KIND_MOBILE value
         * @property {number} UNIT_KIND_MOTOR_CARRIER=3 UNIT_KIND_MOTOR_CARRIER value
         */
        v1.UnitKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNIT_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "UNIT_KIND_STATIONARY"] = 1;
            values[valuesById[2] = "UNIT_KIND_MOBILE"] = 2;
            values[valuesById[3] = "UNIT_KIND_MOTOR_CARRIER"] = 3;
            return values;
        })();

        /**
         * ClockSource enum.
         * @name alpr.v1.ClockSource
         * @enum {number}
         * @property {number} CLOCK_SOURCE_UNSPECIFIED=0 CLOCK_SOURCE_UNSPECIFIED value
         * @property {number} CLOCK_SOURCE_GPS=1 CLOCK_SOURCE_GPS value
         * @property {number} CLOCK_SOURCE_NTP=2 CLOCK_SOURCE_NTP value
         * @property {number} CLOCK_SOURCE_FREE_RUNNING=3 CLOCK_SOURCE_FREE_RUNNING value
         * @property {number} CLOCK_SOURCE_SIMULATED=4 CLOCK_SOURCE_SIMULATED value
         * @property {number} CLOCK_SOURCE_PPS=5 CLOCK_SOURCE_PPS value
         */
        v1.ClockSource = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CLOCK_SOURCE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CLOCK_SOURCE_GPS"] = 1;
            values[valuesById[2] = "CLOCK_SOURCE_NTP"] = 2;
            values[valuesById[3] = "CLOCK_SOURCE_FREE_RUNNING"] = 3;
            values[valuesById[4] = "CLOCK_SOURCE_SIMULATED"] = 4;
            values[valuesById[5] = "CLOCK_SOURCE_PPS"] = 5;
            return values;
        })();

        /**
         * FixQuality enum.
         * @name alpr.v1.FixQuality
         * @enum {number}
         * @property {number} FIX_QUALITY_UNSPECIFIED=0 FIX_QUALITY_UNSPECIFIED value
         * @property {number} FIX_QUALITY_NONE=1 FIX_QUALITY_NONE value
         * @property {number} FIX_QUALITY_STALE=2 FIX_QUALITY_STALE value
         * @property {number} FIX_QUALITY_2D=3 FIX_QUALITY_2D value
         * @property {number} FIX_QUALITY_3D=4 FIX_QUALITY_3D value
         * @property {number} FIX_QUALITY_DIFFERENTIAL=5 FIX_QUALITY_DIFFERENTIAL value
         * @property {number} FIX_QUALITY_SURVEYED=6 FIX_QUALITY_SURVEYED value
         */
        v1.FixQuality = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "FIX_QUALITY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "FIX_QUALITY_NONE"] = 1;
            values[valuesById[2] = "FIX_QUALITY_STALE"] = 2;
            values[valuesById[3] = "FIX_QUALITY_2D"] = 3;
            values[valuesById[4] = "FIX_QUALITY_3D"] = 4;
            values[valuesById[5] = "FIX_QUALITY_DIFFERENTIAL"] = 5;
            values[valuesById[6] = "FIX_QUALITY_SURVEYED"] = 6;
            return values;
        })();

        /**
         * AlertClass enum.
         * @name alpr.v1.AlertClass
         * @enum {number}
         * @property {number} ALERT_CLASS_UNSPECIFIED=0 ALERT_CLASS_UNSPECIFIED value
         * @property {number} ALERT_CLASS_FELONY_VEHICLE=1 ALERT_CLASS_FELONY_VEHICLE value
         * @property {number} ALERT_CLASS_STOLEN_VEHICLE=2 ALERT_CLASS_STOLEN_VEHICLE value
         * @property {number} ALERT_CLASS_STOLEN_PLATE=3 ALERT_CLASS_STOLEN_PLATE value
         * @property {number} ALERT_CLASS_AMBER=4 ALERT_CLASS_AMBER value
         * @property {number} ALERT_CLASS_SILVER=5 ALERT_CLASS_SILVER value
         * @property {number} ALERT_CLASS_MISSING_PERSON=6 ALERT_CLASS_MISSING_PERSON value
         * @property {number} ALERT_CLASS_WANTED_PERSON=7 ALERT_CLASS_WANTED_PERSON value
         * @property {number} ALERT_CLASS_PROTECTION_ORDER=8 ALERT_CLASS_PROTECTION_ORDER value
         * @property {number} ALERT_CLASS_TERRORIST_RELATED=9 ALERT_CLASS_TERRORIST_RELATED value
         * @property {number} ALERT_CLASS_SUSPENDED_OR_REVOKED=10 ALERT_CLASS_SUSPENDED_OR_REVOKED value
         * @property {number} ALERT_CLASS_LOCAL_BOLO=11 ALERT_CLASS_LOCAL_BOLO value
         */
        v1.AlertClass = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ALERT_CLASS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ALERT_CLASS_FELONY_VEHICLE"] = 1;
            values[valuesById[2] = "ALERT_CLASS_STOLEN_VEHICLE"] = 2;
            values[valuesById[3] = "ALERT_CLASS_STOLEN_PLATE"] = 3;
            values[valuesById[4] = "ALERT_CLASS_AMBER"] = 4;
            values[valuesById[5] = "ALERT_CLASS_SILVER"] = 5;
            values[valuesById[6] = "ALERT_CLASS_MISSING_PERSON"] = 6;
            values[valuesById[7] = "ALERT_CLASS_WANTED_PERSON"] = 7;
            values[valuesById[8] = "ALERT_CLASS_PROTECTION_ORDER"] = 8;
            values[valuesById[9] = "ALERT_CLASS_TERRORIST_RELATED"] = 9;
            values[valuesById[10] = "ALERT_CLASS_SUSPENDED_OR_REVOKED"] = 10;
            values[valuesById[11] = "ALERT_CLASS_LOCAL_BOLO"] = 11;
            return values;
        })();

        /**
         * HitKind enum.
         * @name alpr.v1.HitKind
         * @enum {number}
         * @property {number} HIT_KIND_UNSPECIFIED=0 HIT_KIND_UNSPECIFIED value
         * @property {number} HIT_KIND_EXACT=1 HIT_KIND_EXACT value
         * @property {number} HIT_KIND_FUZZY=2 HIT_KIND_FUZZY value
         * @property {number} HIT_KIND_PARTIAL=3 HIT_KIND_PARTIAL value
         */
        v1.HitKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "HIT_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "HIT_KIND_EXACT"] = 1;
            values[valuesById[2] = "HIT_KIND_FUZZY"] = 2;
            values[valuesById[3] = "HIT_KIND_PARTIAL"] = 3;
            return values;
        })();

        v1.Origin = (function() {

            /**
             * Properties of an Origin.
             * @typedef {Object} alpr.v1.Origin.$Properties
             * @property {string} [agency] Origin agency
             * @property {string} [unit] Origin unit
             * @property {alpr.v1.UnitKind} [unitKind] Origin unitKind
             * @property {string} [bootId] Origin bootId
             * @property {Long} [sequence] Origin sequence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Origin.
             * @memberof alpr.v1
             * @interface IOrigin
             * @augments alpr.v1.Origin.$Properties
             * @deprecated Use alpr.v1.Origin.$Properties instead.
             */

            /**
             * Shape of an Origin.
             * @typedef {alpr.v1.Origin.$Properties} alpr.v1.Origin.$Shape
             */

            /**
             * Constructs a new Origin.
             * @memberof alpr.v1
             * @classdesc Represents an Origin.
             * @constructor
             * @param {alpr.v1.Origin.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Origin = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Origin agency.
             * @member {string} agency
             * @memberof alpr.v1.Origin
             * @instance
             */
            Origin.prototype.agency = "";

            /**
             * Origin unit.
             * @member {string} unit
             * @memberof alpr.v1.Origin
             * @instance
             */
            Origin.prototype.unit = "";

            /**
             * Origin unitKind.
             * @member {alpr.v1.UnitKind} unitKind
             * @memberof alpr.v1.Origin
             * @instance
             */
            Origin.prototype.unitKind = 0;

            /**
             * Origin bootId.
             * @member {string} bootId
             * @memberof alpr.v1.Origin
             * @instance
             */
            Origin.prototype.bootId = "";

            /**
             * Origin sequence.
             * @member {Long} sequence
             * @memberof alpr.v1.Origin
             * @instance
             */
            Origin.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified Origin message. Does not implicitly {@link alpr.v1.Origin.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Origin
             * @static
             * @param {alpr.v1.Origin.$Properties} message Origin message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Origin.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.agency != null && $Object.hasOwnProperty.call(message, "agency") && message.agency !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.agency);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.unit);
                if (message.unitKind != null && $Object.hasOwnProperty.call(message, "unitKind") && message.unitKind !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.unitKind);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.bootId);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Origin message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Origin
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Origin & alpr.v1.Origin.$Shape} Origin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Origin.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Origin();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agency = value;
                            else
                                delete message.agency;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.unitKind = value;
                            else
                                delete message.unitKind;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Origin;
        })();

        v1.Instant = (function() {

            /**
             * Properties of an Instant.
             * @typedef {Object} alpr.v1.Instant.$Properties
             * @property {Long} [epochUs] Instant epochUs
             * @property {alpr.v1.ClockSource} [source] Instant source
             * @property {number|null} [uncertaintyMs] Instant uncertaintyMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Instant.
             * @memberof alpr.v1
             * @interface IInstant
             * @augments alpr.v1.Instant.$Properties
             * @deprecated Use alpr.v1.Instant.$Properties instead.
             */

            /**
             * Shape of an Instant.
             * @typedef {alpr.v1.Instant.$Properties} alpr.v1.Instant.$Shape
             */

            /**
             * Constructs a new Instant.
             * @memberof alpr.v1
             * @classdesc Represents an Instant.
             * @constructor
             * @param {alpr.v1.Instant.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Instant = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Instant epochUs.
             * @member {Long} epochUs
             * @memberof alpr.v1.Instant
             * @instance
             */
            Instant.prototype.epochUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Instant source.
             * @member {alpr.v1.ClockSource} source
             * @memberof alpr.v1.Instant
             * @instance
             */
            Instant.prototype.source = 0;

            /**
             * Instant uncertaintyMs.
             * @member {number|null} uncertaintyMs
             * @memberof alpr.v1.Instant
             * @instance
             */
            Instant.prototype.uncertaintyMs = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Instant.prototype, "_uncertaintyMs", {
                get: $util.oneOfGetter($oneOfFields = ["uncertaintyMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Instant message. Does not implicitly {@link alpr.v1.Instant.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Instant
             * @static
             * @param {alpr.v1.Instant.$Properties} message Instant message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Instant.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epochUs != null && $Object.hasOwnProperty.call(message, "epochUs") && (typeof message.epochUs === "object" ? message.epochUs.low || message.epochUs.high : message.epochUs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).int64(message.epochUs);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.source);
                if (message.uncertaintyMs != null && $Object.hasOwnProperty.call(message, "uncertaintyMs"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.uncertaintyMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Instant message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Instant
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Instant & alpr.v1.Instant.$Shape} Instant
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Instant.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Instant();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.epochUs = value;
                            else
                                delete message.epochUs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.uncertaintyMs = reader.double();
                            message._uncertaintyMs = "uncertaintyMs";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Instant;
        })();

        v1.Position = (function() {

            /**
             * Properties of a Position.
             * @typedef {Object} alpr.v1.Position.$Properties
             * @property {number} [latitudeDeg] Position latitudeDeg
             * @property {number} [longitudeDeg] Position longitudeDeg
             * @property {number|null} [altitudeM] Position altitudeM
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Position.
             * @memberof alpr.v1
             * @interface IPosition
             * @augments alpr.v1.Position.$Properties
             * @deprecated Use alpr.v1.Position.$Properties instead.
             */

            /**
             * Shape of a Position.
             * @typedef {alpr.v1.Position.$Properties} alpr.v1.Position.$Shape
             */

            /**
             * Constructs a new Position.
             * @memberof alpr.v1
             * @classdesc Represents a Position.
             * @constructor
             * @param {alpr.v1.Position.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Position = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Position latitudeDeg.
             * @member {number} latitudeDeg
             * @memberof alpr.v1.Position
             * @instance
             */
            Position.prototype.latitudeDeg = 0;

            /**
             * Position longitudeDeg.
             * @member {number} longitudeDeg
             * @memberof alpr.v1.Position
             * @instance
             */
            Position.prototype.longitudeDeg = 0;

            /**
             * Position altitudeM.
             * @member {number|null} altitudeM
             * @memberof alpr.v1.Position
             * @instance
             */
            Position.prototype.altitudeM = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Position.prototype, "_altitudeM", {
                get: $util.oneOfGetter($oneOfFields = ["altitudeM"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Position message. Does not implicitly {@link alpr.v1.Position.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Position
             * @static
             * @param {alpr.v1.Position.$Properties} message Position message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Position.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.latitudeDeg != null && $Object.hasOwnProperty.call(message, "latitudeDeg") && !$Object.is(message.latitudeDeg, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.latitudeDeg);
                if (message.longitudeDeg != null && $Object.hasOwnProperty.call(message, "longitudeDeg") && !$Object.is(message.longitudeDeg, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.longitudeDeg);
                if (message.altitudeM != null && $Object.hasOwnProperty.call(message, "altitudeM"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.altitudeM);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Position message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Position
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Position & alpr.v1.Position.$Shape} Position
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Position.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Position();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.latitudeDeg = value;
                            else
                                delete message.latitudeDeg;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.longitudeDeg = value;
                            else
                                delete message.longitudeDeg;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.altitudeM = reader.double();
                            message._altitudeM = "altitudeM";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Position;
        })();

        v1.Place = (function() {

            /**
             * Properties of a Place.
             * @typedef {Object} alpr.v1.Place.$Properties
             * @property {alpr.v1.FixQuality} [quality] Place quality
             * @property {alpr.v1.Position.$Properties} [position] Place position
             * @property {number|null} [hdop] Place hdop
             * @property {number|null} [satellites] Place satellites
             * @property {number|null} [speedMps] Place speedMps
             * @property {number|null} [courseDeg] Place courseDeg
             * @property {number|null} [ageMs] Place ageMs
             * @property {alpr.v1.Instant.$Properties} [receiverTime] Place receiverTime
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Place.
             * @memberof alpr.v1
             * @interface IPlace
             * @augments alpr.v1.Place.$Properties
             * @deprecated Use alpr.v1.Place.$Properties instead.
             */

            /**
             * Shape of a Place.
             * @typedef {alpr.v1.Place.$Properties} alpr.v1.Place.$Shape
             */

            /**
             * Constructs a new Place.
             * @memberof alpr.v1
             * @classdesc Represents a Place.
             * @constructor
             * @param {alpr.v1.Place.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Place = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Place quality.
             * @member {alpr.v1.FixQuality} quality
             * @memberof alpr.v1.Place
             * @instance
             */
            Place.prototype.quality = 0;

            /**
             * Place position.
             * @member {alpr.v1.Position} position
             * @memberof alpr.v1.Place
             * @instance
             */
            Place.prototype.position = null;

            /**
             * Place hdop.
             * @member {number|null} hdop
             * @memberof alpr.v1.Place
             * @instance
             */
            Place.prototype.hdop = null;

            /**
             * Place satellites.
             * @member {number|null} satellites
             * @memberof alpr.v1.Place
             * @instance
             */
            Place.prototype.satellites = null;

            /**
             * Place speedMps.
             * @member {number|null} speedMps
             * @memberof alpr.v1.Place
             * @instance
             */
            Place.prototype.speedMps = null;

            /**
             * Place courseDeg.
             * @member {number|null} courseDeg
             * @memberof alpr.v1.Place
             * @instance
             */
            Place.prototype.courseDeg = null;

            /**
             * Place ageMs.
             * @member {number|null} ageMs
             * @memberof alpr.v1.Place
             * @instance
             */
            Place.prototype.ageMs = null;

            /**
             * Place receiverTime.
             * @member {alpr.v1.Instant} receiverTime
             * @memberof alpr.v1.Place
             * @instance
             */
            Place.prototype.receiverTime = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_hdop", {
                get: $util.oneOfGetter($oneOfFields = ["hdop"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_satellites", {
                get: $util.oneOfGetter($oneOfFields = ["satellites"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_speedMps", {
                get: $util.oneOfGetter($oneOfFields = ["speedMps"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_courseDeg", {
                get: $util.oneOfGetter($oneOfFields = ["courseDeg"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Place.prototype, "_ageMs", {
                get: $util.oneOfGetter($oneOfFields = ["ageMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Place message. Does not implicitly {@link alpr.v1.Place.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Place
             * @static
             * @param {alpr.v1.Place.$Properties} message Place message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Place.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.quality != null && $Object.hasOwnProperty.call(message, "quality") && message.quality !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.quality);
                if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                    $root.alpr.v1.Position.encode(message.position, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.hdop != null && $Object.hasOwnProperty.call(message, "hdop"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.hdop);
                if (message.satellites != null && $Object.hasOwnProperty.call(message, "satellites"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.satellites);
                if (message.speedMps != null && $Object.hasOwnProperty.call(message, "speedMps"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.speedMps);
                if (message.courseDeg != null && $Object.hasOwnProperty.call(message, "courseDeg"))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.courseDeg);
                if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs"))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.ageMs);
                if (message.receiverTime != null && $Object.hasOwnProperty.call(message, "receiverTime"))
                    $root.alpr.v1.Instant.encode(message.receiverTime, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Place message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Place
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Place & alpr.v1.Place.$Shape} Place
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Place.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Place();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.quality = value;
                            else
                                delete message.quality;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.position = $root.alpr.v1.Position.decode(reader, reader.size(), $undefined, _depth + 1, message.position);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.hdop = reader.double();
                            message._hdop = "hdop";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.satellites = reader.uint32();
                            message._satellites = "satellites";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.speedMps = reader.double();
                            message._speedMps = "speedMps";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            message.courseDeg = reader.double();
                            message._courseDeg = "courseDeg";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            message.ageMs = reader.double();
                            message._ageMs = "ageMs";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.receiverTime = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.receiverTime);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Place;
        })();

        v1.Region = (function() {

            /**
             * Properties of a Region.
             * @typedef {Object} alpr.v1.Region.$Properties
             * @property {string} [code] Region code
             * @property {number} [confidence] Region confidence
             * @property {Array.<alpr.v1.RegionShare.$Properties>} [others] Region others
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Region.
             * @memberof alpr.v1
             * @interface IRegion
             * @augments alpr.v1.Region.$Properties
             * @deprecated Use alpr.v1.Region.$Properties instead.
             */

            /**
             * Shape of a Region.
             * @typedef {alpr.v1.Region.$Properties} alpr.v1.Region.$Shape
             */

            /**
             * Constructs a new Region.
             * @memberof alpr.v1
             * @classdesc Represents a Region.
             * @constructor
             * @param {alpr.v1.Region.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Region = function (properties) {
                this.others = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Region code.
             * @member {string} code
             * @memberof alpr.v1.Region
             * @instance
             */
            Region.prototype.code = "";

            /**
             * Region confidence.
             * @member {number} confidence
             * @memberof alpr.v1.Region
             * @instance
             */
            Region.prototype.confidence = 0;

            /**
             * Region others.
             * @member {Array.<alpr.v1.RegionShare>} others
             * @memberof alpr.v1.Region
             * @instance
             */
            Region.prototype.others = $util.emptyArray;

            /**
             * Encodes the specified Region message. Does not implicitly {@link alpr.v1.Region.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Region
             * @static
             * @param {alpr.v1.Region.$Properties} message Region message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Region.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.confidence);
                if (message.others != null && message.others.length)
                    for (let i = 0; i < message.others.length; ++i)
                        $root.alpr.v1.RegionShare.encode(message.others[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Region message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Region
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Region & alpr.v1.Region.$Shape} Region
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Region.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Region();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.others && message.others.length))
                                message.others = [];
                            message.others.push($root.alpr.v1.RegionShare.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Region;
        })();

        v1.RegionShare = (function() {

            /**
             * Properties of a RegionShare.
             * @typedef {Object} alpr.v1.RegionShare.$Properties
             * @property {string} [code] RegionShare code
             * @property {number} [confidence] RegionShare confidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RegionShare.
             * @memberof alpr.v1
             * @interface IRegionShare
             * @augments alpr.v1.RegionShare.$Properties
             * @deprecated Use alpr.v1.RegionShare.$Properties instead.
             */

            /**
             * Shape of a RegionShare.
             * @typedef {alpr.v1.RegionShare.$Properties} alpr.v1.RegionShare.$Shape
             */

            /**
             * Constructs a new RegionShare.
             * @memberof alpr.v1
             * @classdesc Represents a RegionShare.
             * @constructor
             * @param {alpr.v1.RegionShare.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RegionShare = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RegionShare code.
             * @member {string} code
             * @memberof alpr.v1.RegionShare
             * @instance
             */
            RegionShare.prototype.code = "";

            /**
             * RegionShare confidence.
             * @member {number} confidence
             * @memberof alpr.v1.RegionShare
             * @instance
             */
            RegionShare.prototype.confidence = 0;

            /**
             * Encodes the specified RegionShare message. Does not implicitly {@link alpr.v1.RegionShare.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.RegionShare
             * @static
             * @param {alpr.v1.RegionShare.$Properties} message RegionShare message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RegionShare.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.confidence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RegionShare message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.RegionShare
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.RegionShare & alpr.v1.RegionShare.$Shape} RegionShare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RegionShare.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.RegionShare();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RegionShare;
        })();

        v1.RankedText = (function() {

            /**
             * Properties of a RankedText.
             * @typedef {Object} alpr.v1.RankedText.$Properties
             * @property {string} [plate] RankedText plate
             * @property {number} [confidence] RankedText confidence
             * @property {number} [rank] RankedText rank
             * @property {Array.<string>} [series] RankedText series
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RankedText.
             * @memberof alpr.v1
             * @interface IRankedText
             * @augments alpr.v1.RankedText.$Properties
             * @deprecated Use alpr.v1.RankedText.$Properties instead.
             */

            /**
             * Shape of a RankedText.
             * @typedef {alpr.v1.RankedText.$Properties} alpr.v1.RankedText.$Shape
             */

            /**
             * Constructs a new RankedText.
             * @memberof alpr.v1
             * @classdesc Represents a RankedText.
             * @constructor
             * @param {alpr.v1.RankedText.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RankedText = function (properties) {
                this.series = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RankedText plate.
             * @member {string} plate
             * @memberof alpr.v1.RankedText
             * @instance
             */
            RankedText.prototype.plate = "";

            /**
             * RankedText confidence.
             * @member {number} confidence
             * @memberof alpr.v1.RankedText
             * @instance
             */
            RankedText.prototype.confidence = 0;

            /**
             * RankedText rank.
             * @member {number} rank
             * @memberof alpr.v1.RankedText
             * @instance
             */
            RankedText.prototype.rank = 0;

            /**
             * RankedText series.
             * @member {Array.<string>} series
             * @memberof alpr.v1.RankedText
             * @instance
             */
            RankedText.prototype.series = $util.emptyArray;

            /**
             * Encodes the specified RankedText message. Does not implicitly {@link alpr.v1.RankedText.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.RankedText
             * @static
             * @param {alpr.v1.RankedText.$Properties} message RankedText message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RankedText.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.plate != null && $Object.hasOwnProperty.call(message, "plate") && message.plate !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.plate);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.confidence);
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank") && !$Object.is(message.rank, 0))
                    writer.uint32(/* id 3, wireType 5 =*/29).float(message.rank);
                if (message.series != null && message.series.length)
                    for (let i = 0; i < message.series.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.series[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RankedText message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.RankedText
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.RankedText & alpr.v1.RankedText.$Shape} RankedText
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RankedText.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.RankedText();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.plate = value;
                            else
                                delete message.plate;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.rank = value;
                            else
                                delete message.rank;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.series && message.series.length))
                                message.series = [];
                            message.series.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RankedText;
        })();

        v1.Box = (function() {

            /**
             * Properties of a Box.
             * @typedef {Object} alpr.v1.Box.$Properties
             * @property {number} [xPx] Box xPx
             * @property {number} [yPx] Box yPx
             * @property {number} [widthPx] Box widthPx
             * @property {number} [heightPx] Box heightPx
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Box.
             * @memberof alpr.v1
             * @interface IBox
             * @augments alpr.v1.Box.$Properties
             * @deprecated Use alpr.v1.Box.$Properties instead.
             */

            /**
             * Shape of a Box.
             * @typedef {alpr.v1.Box.$Properties} alpr.v1.Box.$Shape
             */

            /**
             * Constructs a new Box.
             * @memberof alpr.v1
             * @classdesc Represents a Box.
             * @constructor
             * @param {alpr.v1.Box.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Box = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Box xPx.
             * @member {number} xPx
             * @memberof alpr.v1.Box
             * @instance
             */
            Box.prototype.xPx = 0;

            /**
             * Box yPx.
             * @member {number} yPx
             * @memberof alpr.v1.Box
             * @instance
             */
            Box.prototype.yPx = 0;

            /**
             * Box widthPx.
             * @member {number} widthPx
             * @memberof alpr.v1.Box
             * @instance
             */
            Box.prototype.widthPx = 0;

            /**
             * Box heightPx.
             * @member {number} heightPx
             * @memberof alpr.v1.Box
             * @instance
             */
            Box.prototype.heightPx = 0;

            /**
             * Encodes the specified Box message. Does not implicitly {@link alpr.v1.Box.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Box
             * @static
             * @param {alpr.v1.Box.$Properties} message Box message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Box.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.xPx != null && $Object.hasOwnProperty.call(message, "xPx") && !$Object.is(message.xPx, 0))
                    writer.uint32(/* id 1, wireType 5 =*/13).float(message.xPx);
                if (message.yPx != null && $Object.hasOwnProperty.call(message, "yPx") && !$Object.is(message.yPx, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.yPx);
                if (message.widthPx != null && $Object.hasOwnProperty.call(message, "widthPx") && !$Object.is(message.widthPx, 0))
                    writer.uint32(/* id 3, wireType 5 =*/29).float(message.widthPx);
                if (message.heightPx != null && $Object.hasOwnProperty.call(message, "heightPx") && !$Object.is(message.heightPx, 0))
                    writer.uint32(/* id 4, wireType 5 =*/37).float(message.heightPx);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Box message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Box
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Box & alpr.v1.Box.$Shape} Box
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Box.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Box();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.xPx = value;
                            else
                                delete message.xPx;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.yPx = value;
                            else
                                delete message.yPx;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.widthPx = value;
                            else
                                delete message.widthPx;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.heightPx = value;
                            else
                                delete message.heightPx;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Box;
        })();

        v1.Point = (function() {

            /**
             * Properties of a Point.
             * @typedef {Object} alpr.v1.Point.$Properties
             * @property {number} [xPx] Point xPx
             * @property {number} [yPx] Point yPx
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Point.
             * @memberof alpr.v1
             * @interface IPoint
             * @augments alpr.v1.Point.$Properties
             * @deprecated Use alpr.v1.Point.$Properties instead.
             */

            /**
             * Shape of a Point.
             * @typedef {alpr.v1.Point.$Properties} alpr.v1.Point.$Shape
             */

            /**
             * Constructs a new Point.
             * @memberof alpr.v1
             * @classdesc Represents a Point.
             * @constructor
             * @param {alpr.v1.Point.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Point = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Point xPx.
             * @member {number} xPx
             * @memberof alpr.v1.Point
             * @instance
             */
            Point.prototype.xPx = 0;

            /**
             * Point yPx.
             * @member {number} yPx
             * @memberof alpr.v1.Point
             * @instance
             */
            Point.prototype.yPx = 0;

            /**
             * Encodes the specified Point message. Does not implicitly {@link alpr.v1.Point.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Point
             * @static
             * @param {alpr.v1.Point.$Properties} message Point message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Point.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.xPx != null && $Object.hasOwnProperty.call(message, "xPx") && !$Object.is(message.xPx, 0))
                    writer.uint32(/* id 1, wireType 5 =*/13).float(message.xPx);
                if (message.yPx != null && $Object.hasOwnProperty.call(message, "yPx") && !$Object.is(message.yPx, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.yPx);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Point message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Point
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Point & alpr.v1.Point.$Shape} Point
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Point.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Point();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.xPx = value;
                            else
                                delete message.xPx;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.yPx = value;
                            else
                                delete message.yPx;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Point;
        })();

        v1.Picture = (function() {

            /**
             * Properties of a Picture.
             * @typedef {Object} alpr.v1.Picture.$Properties
             * @property {string} [mediaType] Picture mediaType
             * @property {number} [widthPx] Picture widthPx
             * @property {number} [heightPx] Picture heightPx
             * @property {Uint8Array} [data] Picture data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Picture.
             * @memberof alpr.v1
             * @interface IPicture
             * @augments alpr.v1.Picture.$Properties
             * @deprecated Use alpr.v1.Picture.$Properties instead.
             */

            /**
             * Shape of a Picture.
             * @typedef {alpr.v1.Picture.$Properties} alpr.v1.Picture.$Shape
             */

            /**
             * Constructs a new Picture.
             * @memberof alpr.v1
             * @classdesc Represents a Picture.
             * @constructor
             * @param {alpr.v1.Picture.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Picture = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Picture mediaType.
             * @member {string} mediaType
             * @memberof alpr.v1.Picture
             * @instance
             */
            Picture.prototype.mediaType = "";

            /**
             * Picture widthPx.
             * @member {number} widthPx
             * @memberof alpr.v1.Picture
             * @instance
             */
            Picture.prototype.widthPx = 0;

            /**
             * Picture heightPx.
             * @member {number} heightPx
             * @memberof alpr.v1.Picture
             * @instance
             */
            Picture.prototype.heightPx = 0;

            /**
             * Picture data.
             * @member {Uint8Array} data
             * @memberof alpr.v1.Picture
             * @instance
             */
            Picture.prototype.data = $util.newBuffer([]);

            /**
             * Encodes the specified Picture message. Does not implicitly {@link alpr.v1.Picture.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Picture
             * @static
             * @param {alpr.v1.Picture.$Properties} message Picture message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Picture.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mediaType != null && $Object.hasOwnProperty.call(message, "mediaType") && message.mediaType !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.mediaType);
                if (message.widthPx != null && $Object.hasOwnProperty.call(message, "widthPx") && message.widthPx !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.widthPx);
                if (message.heightPx != null && $Object.hasOwnProperty.call(message, "heightPx") && message.heightPx !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.heightPx);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Picture message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Picture
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Picture & alpr.v1.Picture.$Shape} Picture
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Picture.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Picture();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mediaType = value;
                            else
                                delete message.mediaType;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.widthPx = value;
                            else
                                delete message.widthPx;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.heightPx = value;
                            else
                                delete message.heightPx;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Picture;
        })();

        v1.Hit = (function() {

            /**
             * Properties of a Hit.
             * @typedef {Object} alpr.v1.Hit.$Properties
             * @property {string} [list] Hit list
             * @property {string} [entryId] Hit entryId
             * @property {string} [listedPlate] Hit listedPlate
             * @property {string|null} [listedRegion] Hit listedRegion
             * @property {alpr.v1.AlertClass} [alertClass] Hit alertClass
             * @property {string} [note] Hit note
             * @property {alpr.v1.HitKind} [kind] Hit kind
             * @property {Long} [listAgeMs] Hit listAgeMs
             * @property {boolean} [listStale] Hit listStale
             * @property {number|null} [differsAt] Hit differsAt
             * @property {alpr.v1.ListedVehicle.$Properties} [listedVehicle] Hit listedVehicle
             * @property {boolean|null} [vehicleAgrees] Hit vehicleAgrees
             * @property {boolean} [past] Hit past
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hit.
             * @memberof alpr.v1
             * @interface IHit
             * @augments alpr.v1.Hit.$Properties
             * @deprecated Use alpr.v1.Hit.$Properties instead.
             */

            /**
             * Shape of a Hit.
             * @typedef {alpr.v1.Hit.$Properties} alpr.v1.Hit.$Shape
             */

            /**
             * Constructs a new Hit.
             * @memberof alpr.v1
             * @classdesc Represents a Hit.
             * @constructor
             * @param {alpr.v1.Hit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hit list.
             * @member {string} list
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.list = "";

            /**
             * Hit entryId.
             * @member {string} entryId
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.entryId = "";

            /**
             * Hit listedPlate.
             * @member {string} listedPlate
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.listedPlate = "";

            /**
             * Hit listedRegion.
             * @member {string|null} listedRegion
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.listedRegion = null;

            /**
             * Hit alertClass.
             * @member {alpr.v1.AlertClass} alertClass
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.alertClass = 0;

            /**
             * Hit note.
             * @member {string} note
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.note = "";

            /**
             * Hit kind.
             * @member {alpr.v1.HitKind} kind
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.kind = 0;

            /**
             * Hit listAgeMs.
             * @member {Long} listAgeMs
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.listAgeMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Hit listStale.
             * @member {boolean} listStale
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.listStale = false;

            /**
             * Hit differsAt.
             * @member {number|null} differsAt
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.differsAt = null;

            /**
             * Hit listedVehicle.
             * @member {alpr.v1.ListedVehicle} listedVehicle
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.listedVehicle = null;

            /**
             * Hit vehicleAgrees.
             * @member {boolean|null} vehicleAgrees
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.vehicleAgrees = null;

            /**
             * Hit past.
             * @member {boolean} past
             * @memberof alpr.v1.Hit
             * @instance
             */
            Hit.prototype.past = false;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hit.prototype, "_listedRegion", {
                get: $util.oneOfGetter($oneOfFields = ["listedRegion"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hit.prototype, "_differsAt", {
                get: $util.oneOfGetter($oneOfFields = ["differsAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hit.prototype, "_vehicleAgrees", {
                get: $util.oneOfGetter($oneOfFields = ["vehicleAgrees"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Hit message. Does not implicitly {@link alpr.v1.Hit.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Hit
             * @static
             * @param {alpr.v1.Hit.$Properties} message Hit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.list != null && $Object.hasOwnProperty.call(message, "list") && message.list !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.list);
                if (message.entryId != null && $Object.hasOwnProperty.call(message, "entryId") && message.entryId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.entryId);
                if (message.listedPlate != null && $Object.hasOwnProperty.call(message, "listedPlate") && message.listedPlate !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.listedPlate);
                if (message.listedRegion != null && $Object.hasOwnProperty.call(message, "listedRegion"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.listedRegion);
                if (message.alertClass != null && $Object.hasOwnProperty.call(message, "alertClass") && message.alertClass !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.alertClass);
                if (message.note != null && $Object.hasOwnProperty.call(message, "note") && message.note !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.note);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).int32(message.kind);
                if (message.listAgeMs != null && $Object.hasOwnProperty.call(message, "listAgeMs") && (typeof message.listAgeMs === "object" ? message.listAgeMs.low || message.listAgeMs.high : message.listAgeMs !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).int64(message.listAgeMs);
                if (message.listStale != null && $Object.hasOwnProperty.call(message, "listStale") && message.listStale !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.listStale);
                if (message.differsAt != null && $Object.hasOwnProperty.call(message, "differsAt"))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.differsAt);
                if (message.listedVehicle != null && $Object.hasOwnProperty.call(message, "listedVehicle"))
                    $root.alpr.v1.ListedVehicle.encode(message.listedVehicle, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.vehicleAgrees != null && $Object.hasOwnProperty.call(message, "vehicleAgrees"))
                    writer.uint32(/* id 12, wireType 0 =*/96).bool(message.vehicleAgrees);
                if (message.past != null && $Object.hasOwnProperty.call(message, "past") && message.past !== false)
                    writer.uint32(/* id 13, wireType 0 =*/104).bool(message.past);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hit message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Hit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Hit & alpr.v1.Hit.$Shape} Hit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Hit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.list = value;
                            else
                                delete message.list;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.entryId = value;
                            else
                                delete message.entryId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.listedPlate = value;
                            else
                                delete message.listedPlate;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.listedRegion = reader.stringVerify();
                            message._listedRegion = "listedRegion";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.alertClass = value;
                            else
                                delete message.alertClass;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.note = value;
                            else
                                delete message.note;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.listAgeMs = value;
                            else
                                delete message.listAgeMs;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.listStale = value;
                            else
                                delete message.listStale;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.differsAt = reader.uint32();
                            message._differsAt = "differsAt";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.listedVehicle = $root.alpr.v1.ListedVehicle.decode(reader, reader.size(), $undefined, _depth + 1, message.listedVehicle);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.vehicleAgrees = reader.bool();
                            message._vehicleAgrees = "vehicleAgrees";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.past = value;
                            else
                                delete message.past;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hit;
        })();

        v1.ListedVehicle = (function() {

            /**
             * Properties of a ListedVehicle.
             * @typedef {Object} alpr.v1.ListedVehicle.$Properties
             * @property {string|null} [make] ListedVehicle make
             * @property {string|null} [model] ListedVehicle model
             * @property {string|null} [style] ListedVehicle style
             * @property {string|null} [colour] ListedVehicle colour
             * @property {number|null} [year] ListedVehicle year
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListedVehicle.
             * @memberof alpr.v1
             * @interface IListedVehicle
             * @augments alpr.v1.ListedVehicle.$Properties
             * @deprecated Use alpr.v1.ListedVehicle.$Properties instead.
             */

            /**
             * Shape of a ListedVehicle.
             * @typedef {alpr.v1.ListedVehicle.$Properties} alpr.v1.ListedVehicle.$Shape
             */

            /**
             * Constructs a new ListedVehicle.
             * @memberof alpr.v1
             * @classdesc Represents a ListedVehicle.
             * @constructor
             * @param {alpr.v1.ListedVehicle.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListedVehicle = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListedVehicle make.
             * @member {string|null} make
             * @memberof alpr.v1.ListedVehicle
             * @instance
             */
            ListedVehicle.prototype.make = null;

            /**
             * ListedVehicle model.
             * @member {string|null} model
             * @memberof alpr.v1.ListedVehicle
             * @instance
             */
            ListedVehicle.prototype.model = null;

            /**
             * ListedVehicle style.
             * @member {string|null} style
             * @memberof alpr.v1.ListedVehicle
             * @instance
             */
            ListedVehicle.prototype.style = null;

            /**
             * ListedVehicle colour.
             * @member {string|null} colour
             * @memberof alpr.v1.ListedVehicle
             * @instance
             */
            ListedVehicle.prototype.colour = null;

            /**
             * ListedVehicle year.
             * @member {number|null} year
             * @memberof alpr.v1.ListedVehicle
             * @instance
             */
            ListedVehicle.prototype.year = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ListedVehicle.prototype, "_make", {
                get: $util.oneOfGetter($oneOfFields = ["make"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ListedVehicle.prototype, "_model", {
                get: $util.oneOfGetter($oneOfFields = ["model"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ListedVehicle.prototype, "_style", {
                get: $util.oneOfGetter($oneOfFields = ["style"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ListedVehicle.prototype, "_colour", {
                get: $util.oneOfGetter($oneOfFields = ["colour"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ListedVehicle.prototype, "_year", {
                get: $util.oneOfGetter($oneOfFields = ["year"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ListedVehicle message. Does not implicitly {@link alpr.v1.ListedVehicle.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.ListedVehicle
             * @static
             * @param {alpr.v1.ListedVehicle.$Properties} message ListedVehicle message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListedVehicle.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.make != null && $Object.hasOwnProperty.call(message, "make"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.make);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.model);
                if (message.style != null && $Object.hasOwnProperty.call(message, "style"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.style);
                if (message.colour != null && $Object.hasOwnProperty.call(message, "colour"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.colour);
                if (message.year != null && $Object.hasOwnProperty.call(message, "year"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.year);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListedVehicle message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.ListedVehicle
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.ListedVehicle & alpr.v1.ListedVehicle.$Shape} ListedVehicle
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListedVehicle.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.ListedVehicle();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.make = reader.stringVerify();
                            message._make = "make";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.model = reader.stringVerify();
                            message._model = "model";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.style = reader.stringVerify();
                            message._style = "style";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.colour = reader.stringVerify();
                            message._colour = "colour";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.year = reader.uint32();
                            message._year = "year";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListedVehicle;
        })();

        v1.AuditCheckpoint = (function() {

            /**
             * Properties of an AuditCheckpoint.
             * @typedef {Object} alpr.v1.AuditCheckpoint.$Properties
             * @property {alpr.v1.Origin.$Properties} [origin] AuditCheckpoint origin
             * @property {string} [statement] AuditCheckpoint statement
             * @property {Uint8Array} [signature] AuditCheckpoint signature
             * @property {string} [auditKey] AuditCheckpoint auditKey
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AuditCheckpoint.
             * @memberof alpr.v1
             * @interface IAuditCheckpoint
             * @augments alpr.v1.AuditCheckpoint.$Properties
             * @deprecated Use alpr.v1.AuditCheckpoint.$Properties instead.
             */

            /**
             * Shape of an AuditCheckpoint.
             * @typedef {alpr.v1.AuditCheckpoint.$Properties} alpr.v1.AuditCheckpoint.$Shape
             */

            /**
             * Constructs a new AuditCheckpoint.
             * @memberof alpr.v1
             * @classdesc Represents an AuditCheckpoint.
             * @constructor
             * @param {alpr.v1.AuditCheckpoint.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AuditCheckpoint = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AuditCheckpoint origin.
             * @member {alpr.v1.Origin} origin
             * @memberof alpr.v1.AuditCheckpoint
             * @instance
             */
            AuditCheckpoint.prototype.origin = null;

            /**
             * AuditCheckpoint statement.
             * @member {string} statement
             * @memberof alpr.v1.AuditCheckpoint
             * @instance
             */
            AuditCheckpoint.prototype.statement = "";

            /**
             * AuditCheckpoint signature.
             * @member {Uint8Array} signature
             * @memberof alpr.v1.AuditCheckpoint
             * @instance
             */
            AuditCheckpoint.prototype.signature = $util.newBuffer([]);

            /**
             * AuditCheckpoint auditKey.
             * @member {string} auditKey
             * @memberof alpr.v1.AuditCheckpoint
             * @instance
             */
            AuditCheckpoint.prototype.auditKey = "";

            /**
             * Encodes the specified AuditCheckpoint message. Does not implicitly {@link alpr.v1.AuditCheckpoint.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.AuditCheckpoint
             * @static
             * @param {alpr.v1.AuditCheckpoint.$Properties} message AuditCheckpoint message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AuditCheckpoint.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.alpr.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.statement != null && $Object.hasOwnProperty.call(message, "statement") && message.statement !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.statement);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.auditKey != null && $Object.hasOwnProperty.call(message, "auditKey") && message.auditKey !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.auditKey);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AuditCheckpoint message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.AuditCheckpoint
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.AuditCheckpoint & alpr.v1.AuditCheckpoint.$Shape} AuditCheckpoint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AuditCheckpoint.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.AuditCheckpoint();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.alpr.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.statement = value;
                            else
                                delete message.statement;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.auditKey = value;
                            else
                                delete message.auditKey;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AuditCheckpoint;
        })();

        v1.SignedCommand = (function() {

            /**
             * Properties of a SignedCommand.
             * @typedef {Object} alpr.v1.SignedCommand.$Properties
             * @property {Uint8Array} [body] SignedCommand body
             * @property {Uint8Array} [signature] SignedCommand signature
             * @property {string} [keyId] SignedCommand keyId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedCommand.
             * @memberof alpr.v1
             * @interface ISignedCommand
             * @augments alpr.v1.SignedCommand.$Properties
             * @deprecated Use alpr.v1.SignedCommand.$Properties instead.
             */

            /**
             * Shape of a SignedCommand.
             * @typedef {alpr.v1.SignedCommand.$Properties} alpr.v1.SignedCommand.$Shape
             */

            /**
             * Constructs a new SignedCommand.
             * @memberof alpr.v1
             * @classdesc Represents a SignedCommand.
             * @constructor
             * @param {alpr.v1.SignedCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedCommand body.
             * @member {Uint8Array} body
             * @memberof alpr.v1.SignedCommand
             * @instance
             */
            SignedCommand.prototype.body = $util.newBuffer([]);

            /**
             * SignedCommand signature.
             * @member {Uint8Array} signature
             * @memberof alpr.v1.SignedCommand
             * @instance
             */
            SignedCommand.prototype.signature = $util.newBuffer([]);

            /**
             * SignedCommand keyId.
             * @member {string} keyId
             * @memberof alpr.v1.SignedCommand
             * @instance
             */
            SignedCommand.prototype.keyId = "";

            /**
             * Encodes the specified SignedCommand message. Does not implicitly {@link alpr.v1.SignedCommand.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.SignedCommand
             * @static
             * @param {alpr.v1.SignedCommand.$Properties} message SignedCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.body);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.keyId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedCommand message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.SignedCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.SignedCommand & alpr.v1.SignedCommand.$Shape} SignedCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.SignedCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.body = value;
                            else
                                delete message.body;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignedCommand;
        })();

        v1.Command = (function() {

            /**
             * Properties of a Command.
             * @typedef {Object} alpr.v1.Command.$Properties
             * @property {string} [commandId] Command commandId
             * @property {string} [agency] Command agency
             * @property {string} [unit] Command unit
             * @property {string} [person] Command person
             * @property {string} [role] Command role
             * @property {alpr.v1.Instant.$Properties} [issuedAt] Command issuedAt
             * @property {alpr.v1.Instant.$Properties} [expiresAt] Command expiresAt
             * @property {alpr.v1.SignedHotList.$Properties|null} [replaceHotList] Command replaceHotList
             * @property {alpr.v1.SendHealth.$Properties|null} [sendHealth] Command sendHealth
             * @property {alpr.v1.WithdrawEntry.$Properties|null} [withdrawEntry] Command withdrawEntry
             * @property {alpr.v1.ProposeEntry.$Properties|null} [proposeEntry] Command proposeEntry
             * @property {alpr.v1.ApproveEntry.$Properties|null} [approveEntry] Command approveEntry
             * @property {alpr.v1.ExtendEntry.$Properties|null} [extendEntry] Command extendEntry
             * @property {alpr.v1.AlertAcknowledgement.$Properties|null} [acknowledgeAlert] Command acknowledgeAlert
             * @property {alpr.v1.SearchReads.$Properties|null} [searchReads] Command searchReads
             * @property {alpr.v1.PlaceHold.$Properties|null} [placeHold] Command placeHold
             * @property {alpr.v1.ReleaseHold.$Properties|null} [releaseHold] Command releaseHold
             * @property {alpr.v1.ListHolds.$Properties|null} [listHolds] Command listHolds
             * @property {alpr.v1.ReportPurges.$Properties|null} [reportPurges] Command reportPurges
             * @property {"replaceHotList"|"sendHealth"|"withdrawEntry"|"proposeEntry"|"approveEntry"|"extendEntry"|"acknowledgeAlert"|"searchReads"|"placeHold"|"releaseHold"|"listHolds"|"reportPurges"} [action] Command action
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Command.
             * @memberof alpr.v1
             * @interface ICommand
             * @augments alpr.v1.Command.$Properties
             * @deprecated Use alpr.v1.Command.$Properties instead.
             */

            /**
             * Narrowed shape of a Command.
             * @typedef {{
             *   commandId?: string;
             *   agency?: string;
             *   unit?: string;
             *   person?: string;
             *   role?: string;
             *   issuedAt?: alpr.v1.Instant.$Shape;
             *   expiresAt?: alpr.v1.Instant.$Shape;
             *   replaceHotList?: alpr.v1.SignedHotList.$Shape|null;
             *   sendHealth?: alpr.v1.SendHealth.$Shape|null;
             *   withdrawEntry?: alpr.v1.WithdrawEntry.$Shape|null;
             *   proposeEntry?: alpr.v1.ProposeEntry.$Shape|null;
             *   approveEntry?: alpr.v1.ApproveEntry.$Shape|null;
             *   extendEntry?: alpr.v1.ExtendEntry.$Shape|null;
             *   acknowledgeAlert?: alpr.v1.AlertAcknowledgement.$Shape|null;
             *   searchReads?: alpr.v1.SearchReads.$Shape|null;
             *   placeHold?: alpr.v1.PlaceHold.$Shape|null;
             *   releaseHold?: alpr.v1.ReleaseHold.$Shape|null;
             *   listHolds?: alpr.v1.ListHolds.$Shape|null;
             *   reportPurges?: alpr.v1.ReportPurges.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ action?: undefined; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "replaceHotList"; replaceHotList: alpr.v1.SignedHotList.$Shape; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "sendHealth"; replaceHotList?: null; sendHealth: alpr.v1.SendHealth.$Shape; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "withdrawEntry"; replaceHotList?: null; sendHealth?: null; withdrawEntry: alpr.v1.WithdrawEntry.$Shape; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "proposeEntry"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry: alpr.v1.ProposeEntry.$Shape; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "approveEntry"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry: alpr.v1.ApproveEntry.$Shape; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "extendEntry"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry: alpr.v1.ExtendEntry.$Shape; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "acknowledgeAlert"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert: alpr.v1.AlertAcknowledgement.$Shape; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "searchReads"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads: alpr.v1.SearchReads.$Shape; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "placeHold"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold: alpr.v1.PlaceHold.$Shape; releaseHold?: null; listHolds?: null; reportPurges?: null }|{ action?: "releaseHold"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold: alpr.v1.ReleaseHold.$Shape; listHolds?: null; reportPurges?: null }|{ action?: "listHolds"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds: alpr.v1.ListHolds.$Shape; reportPurges?: null }|{ action?: "reportPurges"; replaceHotList?: null; sendHealth?: null; withdrawEntry?: null; proposeEntry?: null; approveEntry?: null; extendEntry?: null; acknowledgeAlert?: null; searchReads?: null; placeHold?: null; releaseHold?: null; listHolds?: null; reportPurges: alpr.v1.ReportPurges.$Shape })
             * )} alpr.v1.Command.$Shape
             */

            /**
             * Constructs a new Command.
             * @memberof alpr.v1
             * @classdesc Represents a Command.
             * @constructor
             * @param {alpr.v1.Command.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Command = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Command commandId.
             * @member {string} commandId
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.commandId = "";

            /**
             * Command agency.
             * @member {string} agency
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.agency = "";

            /**
             * Command unit.
             * @member {string} unit
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.unit = "";

            /**
             * Command person.
             * @member {string} person
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.person = "";

            /**
             * Command role.
             * @member {string} role
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.role = "";

            /**
             * Command issuedAt.
             * @member {alpr.v1.Instant} issuedAt
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.issuedAt = null;

            /**
             * Command expiresAt.
             * @member {alpr.v1.Instant} expiresAt
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.expiresAt = null;

            /**
             * Command replaceHotList.
             * @member {alpr.v1.SignedHotList|null} replaceHotList
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.replaceHotList = null;

            /**
             * Command sendHealth.
             * @member {alpr.v1.SendHealth|null} sendHealth
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.sendHealth = null;

            /**
             * Command withdrawEntry.
             * @member {alpr.v1.WithdrawEntry|null} withdrawEntry
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.withdrawEntry = null;

            /**
             * Command proposeEntry.
             * @member {alpr.v1.ProposeEntry|null} proposeEntry
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.proposeEntry = null;

            /**
             * Command approveEntry.
             * @member {alpr.v1.ApproveEntry|null} approveEntry
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.approveEntry = null;

            /**
             * Command extendEntry.
             * @member {alpr.v1.ExtendEntry|null} extendEntry
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.extendEntry = null;

            /**
             * Command acknowledgeAlert.
             * @member {alpr.v1.AlertAcknowledgement|null} acknowledgeAlert
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.acknowledgeAlert = null;

            /**
             * Command searchReads.
             * @member {alpr.v1.SearchReads|null} searchReads
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.searchReads = null;

            /**
             * Command placeHold.
             * @member {alpr.v1.PlaceHold|null} placeHold
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.placeHold = null;

            /**
             * Command releaseHold.
             * @member {alpr.v1.ReleaseHold|null} releaseHold
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.releaseHold = null;

            /**
             * Command listHolds.
             * @member {alpr.v1.ListHolds|null} listHolds
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.listHolds = null;

            /**
             * Command reportPurges.
             * @member {alpr.v1.ReportPurges|null} reportPurges
             * @memberof alpr.v1.Command
             * @instance
             */
            Command.prototype.reportPurges = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Command action.
             * @member {"replaceHotList"|"sendHealth"|"withdrawEntry"|"proposeEntry"|"approveEntry"|"extendEntry"|"acknowledgeAlert"|"searchReads"|"placeHold"|"releaseHold"|"listHolds"|"reportPurges"|undefined} action
             * @memberof alpr.v1.Command
             * @instance
             */
            $Object.defineProperty(Command.prototype, "action", {
                get: $util.oneOfGetter($oneOfFields = ["replaceHotList", "sendHealth", "withdrawEntry", "proposeEntry", "approveEntry", "extendEntry", "acknowledgeAlert", "searchReads", "placeHold", "releaseHold", "listHolds", "reportPurges"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Command message. Does not implicitly {@link alpr.v1.Command.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Command
             * @static
             * @param {alpr.v1.Command.$Properties} message Command message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Command.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.commandId != null && $Object.hasOwnProperty.call(message, "commandId") && message.commandId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.commandId);
                if (message.agency != null && $Object.hasOwnProperty.call(message, "agency") && message.agency !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.agency);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.unit);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.person);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.role);
                if (message.issuedAt != null && $Object.hasOwnProperty.call(message, "issuedAt"))
                    $root.alpr.v1.Instant.encode(message.issuedAt, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                    $root.alpr.v1.Instant.encode(message.expiresAt, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.replaceHotList != null && $Object.hasOwnProperty.call(message, "replaceHotList"))
                    $root.alpr.v1.SignedHotList.encode(message.replaceHotList, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.sendHealth != null && $Object.hasOwnProperty.call(message, "sendHealth"))
                    $root.alpr.v1.SendHealth.encode(message.sendHealth, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.withdrawEntry != null && $Object.hasOwnProperty.call(message, "withdrawEntry"))
                    $root.alpr.v1.WithdrawEntry.encode(message.withdrawEntry, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.acknowledgeAlert != null && $Object.hasOwnProperty.call(message, "acknowledgeAlert"))
                    $root.alpr.v1.AlertAcknowledgement.encode(message.acknowledgeAlert, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.proposeEntry != null && $Object.hasOwnProperty.call(message, "proposeEntry"))
                    $root.alpr.v1.ProposeEntry.encode(message.proposeEntry, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.approveEntry != null && $Object.hasOwnProperty.call(message, "approveEntry"))
                    $root.alpr.v1.ApproveEntry.encode(message.approveEntry, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.extendEntry != null && $Object.hasOwnProperty.call(message, "extendEntry"))
                    $root.alpr.v1.ExtendEntry.encode(message.extendEntry, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.searchReads != null && $Object.hasOwnProperty.call(message, "searchReads"))
                    $root.alpr.v1.SearchReads.encode(message.searchReads, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.placeHold != null && $Object.hasOwnProperty.call(message, "placeHold"))
                    $root.alpr.v1.PlaceHold.encode(message.placeHold, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.releaseHold != null && $Object.hasOwnProperty.call(message, "releaseHold"))
                    $root.alpr.v1.ReleaseHold.encode(message.releaseHold, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.listHolds != null && $Object.hasOwnProperty.call(message, "listHolds"))
                    $root.alpr.v1.ListHolds.encode(message.listHolds, writer.uint32(/* id 18, wireType 2 =*/146).fork(), _depth + 1).ldelim();
                if (message.reportPurges != null && $Object.hasOwnProperty.call(message, "reportPurges"))
                    $root.alpr.v1.ReportPurges.encode(message.reportPurges, writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Command
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Command & alpr.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Command.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Command();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.commandId = value;
                            else
                                delete message.commandId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agency = value;
                            else
                                delete message.agency;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.issuedAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.issuedAt);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.expiresAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.expiresAt);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.replaceHotList = $root.alpr.v1.SignedHotList.decode(reader, reader.size(), $undefined, _depth + 1, message.replaceHotList);
                            message.action = "replaceHotList";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.sendHealth = $root.alpr.v1.SendHealth.decode(reader, reader.size(), $undefined, _depth + 1, message.sendHealth);
                            message.action = "sendHealth";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.withdrawEntry = $root.alpr.v1.WithdrawEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.withdrawEntry);
                            message.action = "withdrawEntry";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.proposeEntry = $root.alpr.v1.ProposeEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.proposeEntry);
                            message.action = "proposeEntry";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.approveEntry = $root.alpr.v1.ApproveEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.approveEntry);
                            message.action = "approveEntry";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.extendEntry = $root.alpr.v1.ExtendEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.extendEntry);
                            message.action = "extendEntry";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.acknowledgeAlert = $root.alpr.v1.AlertAcknowledgement.decode(reader, reader.size(), $undefined, _depth + 1, message.acknowledgeAlert);
                            message.action = "acknowledgeAlert";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.searchReads = $root.alpr.v1.SearchReads.decode(reader, reader.size(), $undefined, _depth + 1, message.searchReads);
                            message.action = "searchReads";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.placeHold = $root.alpr.v1.PlaceHold.decode(reader, reader.size(), $undefined, _depth + 1, message.placeHold);
                            message.action = "placeHold";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.releaseHold = $root.alpr.v1.ReleaseHold.decode(reader, reader.size(), $undefined, _depth + 1, message.releaseHold);
                            message.action = "releaseHold";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.listHolds = $root.alpr.v1.ListHolds.decode(reader, reader.size(), $undefined, _depth + 1, message.listHolds);
                            message.action = "listHolds";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.reportPurges = $root.alpr.v1.ReportPurges.decode(reader, reader.size(), $undefined, _depth + 1, message.reportPurges);
                            message.action = "reportPurges";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Command;
        })();

        v1.SendHealth = (function() {

            /**
             * Properties of a SendHealth.
             * @typedef {Object} alpr.v1.SendHealth.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SendHealth.
             * @memberof alpr.v1
             * @interface ISendHealth
             * @augments alpr.v1.SendHealth.$Properties
             * @deprecated Use alpr.v1.SendHealth.$Properties instead.
             */

            /**
             * Shape of a SendHealth.
             * @typedef {alpr.v1.SendHealth.$Properties} alpr.v1.SendHealth.$Shape
             */

            /**
             * Constructs a new SendHealth.
             * @memberof alpr.v1
             * @classdesc Represents a SendHealth.
             * @constructor
             * @param {alpr.v1.SendHealth.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SendHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified SendHealth message. Does not implicitly {@link alpr.v1.SendHealth.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.SendHealth
             * @static
             * @param {alpr.v1.SendHealth.$Properties} message SendHealth message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SendHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SendHealth message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.SendHealth
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.SendHealth & alpr.v1.SendHealth.$Shape} SendHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SendHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.SendHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SendHealth;
        })();

        v1.WithdrawEntry = (function() {

            /**
             * Properties of a WithdrawEntry.
             * @typedef {Object} alpr.v1.WithdrawEntry.$Properties
             * @property {string} [list] WithdrawEntry list
             * @property {string} [entryId] WithdrawEntry entryId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WithdrawEntry.
             * @memberof alpr.v1
             * @interface IWithdrawEntry
             * @augments alpr.v1.WithdrawEntry.$Properties
             * @deprecated Use alpr.v1.WithdrawEntry.$Properties instead.
             */

            /**
             * Shape of a WithdrawEntry.
             * @typedef {alpr.v1.WithdrawEntry.$Properties} alpr.v1.WithdrawEntry.$Shape
             */

            /**
             * Constructs a new WithdrawEntry.
             * @memberof alpr.v1
             * @classdesc Represents a WithdrawEntry.
             * @constructor
             * @param {alpr.v1.WithdrawEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WithdrawEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WithdrawEntry list.
             * @member {string} list
             * @memberof alpr.v1.WithdrawEntry
             * @instance
             */
            WithdrawEntry.prototype.list = "";

            /**
             * WithdrawEntry entryId.
             * @member {string} entryId
             * @memberof alpr.v1.WithdrawEntry
             * @instance
             */
            WithdrawEntry.prototype.entryId = "";

            /**
             * Encodes the specified WithdrawEntry message. Does not implicitly {@link alpr.v1.WithdrawEntry.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.WithdrawEntry
             * @static
             * @param {alpr.v1.WithdrawEntry.$Properties} message WithdrawEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WithdrawEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.list != null && $Object.hasOwnProperty.call(message, "list") && message.list !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.list);
                if (message.entryId != null && $Object.hasOwnProperty.call(message, "entryId") && message.entryId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.entryId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WithdrawEntry message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.WithdrawEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.WithdrawEntry & alpr.v1.WithdrawEntry.$Shape} WithdrawEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WithdrawEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.WithdrawEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.list = value;
                            else
                                delete message.list;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.entryId = value;
                            else
                                delete message.entryId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WithdrawEntry;
        })();

        v1.SearchReads = (function() {

            /**
             * Properties of a SearchReads.
             * @typedef {Object} alpr.v1.SearchReads.$Properties
             * @property {string} [caseNumber] SearchReads caseNumber
             * @property {string} [reason] SearchReads reason
             * @property {string} [purpose] SearchReads purpose
             * @property {string} [approvedBy] SearchReads approvedBy
             * @property {string} [platePattern] SearchReads platePattern
             * @property {alpr.v1.Instant.$Properties} [from] SearchReads from
             * @property {alpr.v1.Instant.$Properties} [to] SearchReads to
             * @property {string} [region] SearchReads region
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SearchReads.
             * @memberof alpr.v1
             * @interface ISearchReads
             * @augments alpr.v1.SearchReads.$Properties
             * @deprecated Use alpr.v1.SearchReads.$Properties instead.
             */

            /**
             * Shape of a SearchReads.
             * @typedef {alpr.v1.SearchReads.$Properties} alpr.v1.SearchReads.$Shape
             */

            /**
             * Constructs a new SearchReads.
             * @memberof alpr.v1
             * @classdesc Represents a SearchReads.
             * @constructor
             * @param {alpr.v1.SearchReads.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SearchReads = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SearchReads caseNumber.
             * @member {string} caseNumber
             * @memberof alpr.v1.SearchReads
             * @instance
             */
            SearchReads.prototype.caseNumber = "";

            /**
             * SearchReads reason.
             * @member {string} reason
             * @memberof alpr.v1.SearchReads
             * @instance
             */
            SearchReads.prototype.reason = "";

            /**
             * SearchReads purpose.
             * @member {string} purpose
             * @memberof alpr.v1.SearchReads
             * @instance
             */
            SearchReads.prototype.purpose = "";

            /**
             * SearchReads approvedBy.
             * @member {string} approvedBy
             * @memberof alpr.v1.SearchReads
             * @instance
             */
            SearchReads.prototype.approvedBy = "";

            /**
             * SearchReads platePattern.
             * @member {string} platePattern
             * @memberof alpr.v1.SearchReads
             * @instance
             */
            SearchReads.prototype.platePattern = "";

            /**
             * SearchReads from.
             * @member {alpr.v1.Instant} from
             * @memberof alpr.v1.SearchReads
             * @instance
             */
            SearchReads.prototype.from = null;

            /**
             * SearchReads to.
             * @member {alpr.v1.Instant} to
             * @memberof alpr.v1.SearchReads
             * @instance
             */
            SearchReads.prototype.to = null;

            /**
             * SearchReads region.
             * @member {string} region
             * @memberof alpr.v1.SearchReads
             * @instance
             */
            SearchReads.prototype.region = "";

            /**
             * Encodes the specified SearchReads message. Does not implicitly {@link alpr.v1.SearchReads.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.SearchReads
             * @static
             * @param {alpr.v1.SearchReads.$Properties} message SearchReads message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SearchReads.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.caseNumber != null && $Object.hasOwnProperty.call(message, "caseNumber") && message.caseNumber !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.caseNumber);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.purpose);
                if (message.approvedBy != null && $Object.hasOwnProperty.call(message, "approvedBy") && message.approvedBy !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.approvedBy);
                if (message.platePattern != null && $Object.hasOwnProperty.call(message, "platePattern") && message.platePattern !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.platePattern);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    $root.alpr.v1.Instant.encode(message.from, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    $root.alpr.v1.Instant.encode(message.to, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.region);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SearchReads message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.SearchReads
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.SearchReads & alpr.v1.SearchReads.$Shape} SearchReads
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SearchReads.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.SearchReads();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.caseNumber = value;
                            else
                                delete message.caseNumber;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.purpose = value;
                            else
                                delete message.purpose;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.approvedBy = value;
                            else
                                delete message.approvedBy;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.platePattern = value;
                            else
                                delete message.platePattern;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.from = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.from);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.to = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.to);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.region = value;
                            else
                                delete message.region;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SearchReads;
        })();

        v1.PlaceHold = (function() {

            /**
             * Properties of a PlaceHold.
             * @typedef {Object} alpr.v1.PlaceHold.$Properties
             * @property {string} [caseNumber] PlaceHold caseNumber
             * @property {string} [reason] PlaceHold reason
             * @property {alpr.v1.Instant.$Properties} [until] PlaceHold until
             * @property {Array.<string>} [detectionIds] PlaceHold detectionIds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PlaceHold.
             * @memberof alpr.v1
             * @interface IPlaceHold
             * @augments alpr.v1.PlaceHold.$Properties
             * @deprecated Use alpr.v1.PlaceHold.$Properties instead.
             */

            /**
             * Shape of a PlaceHold.
             * @typedef {alpr.v1.PlaceHold.$Properties} alpr.v1.PlaceHold.$Shape
             */

            /**
             * Constructs a new PlaceHold.
             * @memberof alpr.v1
             * @classdesc Represents a PlaceHold.
             * @constructor
             * @param {alpr.v1.PlaceHold.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PlaceHold = function (properties) {
                this.detectionIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PlaceHold caseNumber.
             * @member {string} caseNumber
             * @memberof alpr.v1.PlaceHold
             * @instance
             */
            PlaceHold.prototype.caseNumber = "";

            /**
             * PlaceHold reason.
             * @member {string} reason
             * @memberof alpr.v1.PlaceHold
             * @instance
             */
            PlaceHold.prototype.reason = "";

            /**
             * PlaceHold until.
             * @member {alpr.v1.Instant} until
             * @memberof alpr.v1.PlaceHold
             * @instance
             */
            PlaceHold.prototype.until = null;

            /**
             * PlaceHold detectionIds.
             * @member {Array.<string>} detectionIds
             * @memberof alpr.v1.PlaceHold
             * @instance
             */
            PlaceHold.prototype.detectionIds = $util.emptyArray;

            /**
             * Encodes the specified PlaceHold message. Does not implicitly {@link alpr.v1.PlaceHold.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.PlaceHold
             * @static
             * @param {alpr.v1.PlaceHold.$Properties} message PlaceHold message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PlaceHold.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.caseNumber != null && $Object.hasOwnProperty.call(message, "caseNumber") && message.caseNumber !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.caseNumber);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                    $root.alpr.v1.Instant.encode(message.until, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.detectionIds != null && message.detectionIds.length)
                    for (let i = 0; i < message.detectionIds.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.detectionIds[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PlaceHold message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.PlaceHold
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.PlaceHold & alpr.v1.PlaceHold.$Shape} PlaceHold
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PlaceHold.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.PlaceHold();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.caseNumber = value;
                            else
                                delete message.caseNumber;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.until = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.until);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.detectionIds && message.detectionIds.length))
                                message.detectionIds = [];
                            message.detectionIds.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PlaceHold;
        })();

        v1.ReleaseHold = (function() {

            /**
             * Properties of a ReleaseHold.
             * @typedef {Object} alpr.v1.ReleaseHold.$Properties
             * @property {number} [hold] ReleaseHold hold
             * @property {string} [reason] ReleaseHold reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReleaseHold.
             * @memberof alpr.v1
             * @interface IReleaseHold
             * @augments alpr.v1.ReleaseHold.$Properties
             * @deprecated Use alpr.v1.ReleaseHold.$Properties instead.
             */

            /**
             * Shape of a ReleaseHold.
             * @typedef {alpr.v1.ReleaseHold.$Properties} alpr.v1.ReleaseHold.$Shape
             */

            /**
             * Constructs a new ReleaseHold.
             * @memberof alpr.v1
             * @classdesc Represents a ReleaseHold.
             * @constructor
             * @param {alpr.v1.ReleaseHold.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReleaseHold = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReleaseHold hold.
             * @member {number} hold
             * @memberof alpr.v1.ReleaseHold
             * @instance
             */
            ReleaseHold.prototype.hold = 0;

            /**
             * ReleaseHold reason.
             * @member {string} reason
             * @memberof alpr.v1.ReleaseHold
             * @instance
             */
            ReleaseHold.prototype.reason = "";

            /**
             * Encodes the specified ReleaseHold message. Does not implicitly {@link alpr.v1.ReleaseHold.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.ReleaseHold
             * @static
             * @param {alpr.v1.ReleaseHold.$Properties} message ReleaseHold message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReleaseHold.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hold != null && $Object.hasOwnProperty.call(message, "hold") && message.hold !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.hold);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReleaseHold message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.ReleaseHold
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.ReleaseHold & alpr.v1.ReleaseHold.$Shape} ReleaseHold
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReleaseHold.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.ReleaseHold();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hold = value;
                            else
                                delete message.hold;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReleaseHold;
        })();

        v1.ListHolds = (function() {

            /**
             * Properties of a ListHolds.
             * @typedef {Object} alpr.v1.ListHolds.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListHolds.
             * @memberof alpr.v1
             * @interface IListHolds
             * @augments alpr.v1.ListHolds.$Properties
             * @deprecated Use alpr.v1.ListHolds.$Properties instead.
             */

            /**
             * Shape of a ListHolds.
             * @typedef {alpr.v1.ListHolds.$Properties} alpr.v1.ListHolds.$Shape
             */

            /**
             * Constructs a new ListHolds.
             * @memberof alpr.v1
             * @classdesc Represents a ListHolds.
             * @constructor
             * @param {alpr.v1.ListHolds.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListHolds = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified ListHolds message. Does not implicitly {@link alpr.v1.ListHolds.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.ListHolds
             * @static
             * @param {alpr.v1.ListHolds.$Properties} message ListHolds message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListHolds.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListHolds message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.ListHolds
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.ListHolds & alpr.v1.ListHolds.$Shape} ListHolds
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListHolds.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.ListHolds();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListHolds;
        })();

        v1.ReportPurges = (function() {

            /**
             * Properties of a ReportPurges.
             * @typedef {Object} alpr.v1.ReportPurges.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReportPurges.
             * @memberof alpr.v1
             * @interface IReportPurges
             * @augments alpr.v1.ReportPurges.$Properties
             * @deprecated Use alpr.v1.ReportPurges.$Properties instead.
             */

            /**
             * Shape of a ReportPurges.
             * @typedef {alpr.v1.ReportPurges.$Properties} alpr.v1.ReportPurges.$Shape
             */

            /**
             * Constructs a new ReportPurges.
             * @memberof alpr.v1
             * @classdesc Represents a ReportPurges.
             * @constructor
             * @param {alpr.v1.ReportPurges.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReportPurges = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified ReportPurges message. Does not implicitly {@link alpr.v1.ReportPurges.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.ReportPurges
             * @static
             * @param {alpr.v1.ReportPurges.$Properties} message ReportPurges message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReportPurges.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReportPurges message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.ReportPurges
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.ReportPurges & alpr.v1.ReportPurges.$Shape} ReportPurges
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReportPurges.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.ReportPurges();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReportPurges;
        })();

        /**
         * CommandStatus enum.
         * @name alpr.v1.CommandStatus
         * @enum {number}
         * @property {number} COMMAND_STATUS_UNSPECIFIED=0 COMMAND_STATUS_UNSPECIFIED value
         * @property {number} COMMAND_STATUS_DONE=1 COMMAND_STATUS_DONE value
         * @property {number} COMMAND_STATUS_REFUSED=2 COMMAND_STATUS_REFUSED value
         * @property {number} COMMAND_STATUS_EXPIRED=3 COMMAND_STATUS_EXPIRED value
         * @property {number} COMMAND_STATUS_REPEATED=4 COMMAND_STATUS_REPEATED value
         * @property {number} COMMAND_STATUS_FAILED=5 COMMAND_STATUS_FAILED value
         */
        v1.CommandStatus = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "COMMAND_STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "COMMAND_STATUS_DONE"] = 1;
            values[valuesById[2] = "COMMAND_STATUS_REFUSED"] = 2;
            values[valuesById[3] = "COMMAND_STATUS_EXPIRED"] = 3;
            values[valuesById[4] = "COMMAND_STATUS_REPEATED"] = 4;
            values[valuesById[5] = "COMMAND_STATUS_FAILED"] = 5;
            return values;
        })();

        v1.CommandResult = (function() {

            /**
             * Properties of a CommandResult.
             * @typedef {Object} alpr.v1.CommandResult.$Properties
             * @property {alpr.v1.Origin.$Properties} [origin] CommandResult origin
             * @property {string} [commandId] CommandResult commandId
             * @property {alpr.v1.CommandStatus} [status] CommandResult status
             * @property {string} [detail] CommandResult detail
             * @property {alpr.v1.Instant.$Properties} [at] CommandResult at
             * @property {Array.<string>} [detectionIds] CommandResult detectionIds
             * @property {Array.<alpr.v1.Hold.$Properties>} [holds] CommandResult holds
             * @property {Array.<alpr.v1.PurgeReport.$Properties>} [purgeReports] CommandResult purgeReports
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CommandResult.
             * @memberof alpr.v1
             * @interface ICommandResult
             * @augments alpr.v1.CommandResult.$Properties
             * @deprecated Use alpr.v1.CommandResult.$Properties instead.
             */

            /**
             * Shape of a CommandResult.
             * @typedef {alpr.v1.CommandResult.$Properties} alpr.v1.CommandResult.$Shape
             */

            /**
             * Constructs a new CommandResult.
             * @memberof alpr.v1
             * @classdesc Represents a CommandResult.
             * @constructor
             * @param {alpr.v1.CommandResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CommandResult = function (properties) {
                this.detectionIds = [];
                this.holds = [];
                this.purgeReports = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CommandResult origin.
             * @member {alpr.v1.Origin} origin
             * @memberof alpr.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.origin = null;

            /**
             * CommandResult commandId.
             * @member {string} commandId
             * @memberof alpr.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.commandId = "";

            /**
             * CommandResult status.
             * @member {alpr.v1.CommandStatus} status
             * @memberof alpr.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.status = 0;

            /**
             * CommandResult detail.
             * @member {string} detail
             * @memberof alpr.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.detail = "";

            /**
             * CommandResult at.
             * @member {alpr.v1.Instant} at
             * @memberof alpr.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.at = null;

            /**
             * CommandResult detectionIds.
             * @member {Array.<string>} detectionIds
             * @memberof alpr.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.detectionIds = $util.emptyArray;

            /**
             * CommandResult holds.
             * @member {Array.<alpr.v1.Hold>} holds
             * @memberof alpr.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.holds = $util.emptyArray;

            /**
             * CommandResult purgeReports.
             * @member {Array.<alpr.v1.PurgeReport>} purgeReports
             * @memberof alpr.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.purgeReports = $util.emptyArray;

            /**
             * Encodes the specified CommandResult message. Does not implicitly {@link alpr.v1.CommandResult.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.CommandResult
             * @static
             * @param {alpr.v1.CommandResult.$Properties} message CommandResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CommandResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.alpr.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.commandId != null && $Object.hasOwnProperty.call(message, "commandId") && message.commandId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.commandId);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.status);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.detail);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    $root.alpr.v1.Instant.encode(message.at, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.detectionIds != null && message.detectionIds.length)
                    for (let i = 0; i < message.detectionIds.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.detectionIds[i]);
                if (message.holds != null && message.holds.length)
                    for (let i = 0; i < message.holds.length; ++i)
                        $root.alpr.v1.Hold.encode(message.holds[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.purgeReports != null && message.purgeReports.length)
                    for (let i = 0; i < message.purgeReports.length; ++i)
                        $root.alpr.v1.PurgeReport.encode(message.purgeReports[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CommandResult message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.CommandResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.CommandResult & alpr.v1.CommandResult.$Shape} CommandResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CommandResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.CommandResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.alpr.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.commandId = value;
                            else
                                delete message.commandId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.at = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.detectionIds && message.detectionIds.length))
                                message.detectionIds = [];
                            message.detectionIds.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.holds && message.holds.length))
                                message.holds = [];
                            message.holds.push($root.alpr.v1.Hold.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.purgeReports && message.purgeReports.length))
                                message.purgeReports = [];
                            message.purgeReports.push($root.alpr.v1.PurgeReport.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CommandResult;
        })();

        v1.Hold = (function() {

            /**
             * Properties of a Hold.
             * @typedef {Object} alpr.v1.Hold.$Properties
             * @property {number} [hold] Hold hold
             * @property {string} [caseNumber] Hold caseNumber
             * @property {string} [person] Hold person
             * @property {string} [role] Hold role
             * @property {alpr.v1.Instant.$Properties} [placedAt] Hold placedAt
             * @property {alpr.v1.Instant.$Properties} [until] Hold until
             * @property {Array.<string>} [detectionIds] Hold detectionIds
             * @property {number} [messages] Hold messages
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hold.
             * @memberof alpr.v1
             * @interface IHold
             * @augments alpr.v1.Hold.$Properties
             * @deprecated Use alpr.v1.Hold.$Properties instead.
             */

            /**
             * Shape of a Hold.
             * @typedef {alpr.v1.Hold.$Properties} alpr.v1.Hold.$Shape
             */

            /**
             * Constructs a new Hold.
             * @memberof alpr.v1
             * @classdesc Represents a Hold.
             * @constructor
             * @param {alpr.v1.Hold.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hold = function (properties) {
                this.detectionIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hold hold.
             * @member {number} hold
             * @memberof alpr.v1.Hold
             * @instance
             */
            Hold.prototype.hold = 0;

            /**
             * Hold caseNumber.
             * @member {string} caseNumber
             * @memberof alpr.v1.Hold
             * @instance
             */
            Hold.prototype.caseNumber = "";

            /**
             * Hold person.
             * @member {string} person
             * @memberof alpr.v1.Hold
             * @instance
             */
            Hold.prototype.person = "";

            /**
             * Hold role.
             * @member {string} role
             * @memberof alpr.v1.Hold
             * @instance
             */
            Hold.prototype.role = "";

            /**
             * Hold placedAt.
             * @member {alpr.v1.Instant} placedAt
             * @memberof alpr.v1.Hold
             * @instance
             */
            Hold.prototype.placedAt = null;

            /**
             * Hold until.
             * @member {alpr.v1.Instant} until
             * @memberof alpr.v1.Hold
             * @instance
             */
            Hold.prototype.until = null;

            /**
             * Hold detectionIds.
             * @member {Array.<string>} detectionIds
             * @memberof alpr.v1.Hold
             * @instance
             */
            Hold.prototype.detectionIds = $util.emptyArray;

            /**
             * Hold messages.
             * @member {number} messages
             * @memberof alpr.v1.Hold
             * @instance
             */
            Hold.prototype.messages = 0;

            /**
             * Encodes the specified Hold message. Does not implicitly {@link alpr.v1.Hold.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Hold
             * @static
             * @param {alpr.v1.Hold.$Properties} message Hold message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hold.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hold != null && $Object.hasOwnProperty.call(message, "hold") && message.hold !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.hold);
                if (message.caseNumber != null && $Object.hasOwnProperty.call(message, "caseNumber") && message.caseNumber !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.caseNumber);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.person);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.role);
                if (message.placedAt != null && $Object.hasOwnProperty.call(message, "placedAt"))
                    $root.alpr.v1.Instant.encode(message.placedAt, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                    $root.alpr.v1.Instant.encode(message.until, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.detectionIds != null && message.detectionIds.length)
                    for (let i = 0; i < message.detectionIds.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.detectionIds[i]);
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages") && message.messages !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.messages);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hold message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Hold
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Hold & alpr.v1.Hold.$Shape} Hold
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hold.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Hold();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hold = value;
                            else
                                delete message.hold;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.caseNumber = value;
                            else
                                delete message.caseNumber;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.placedAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.placedAt);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.until = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.until);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.detectionIds && message.detectionIds.length))
                                message.detectionIds = [];
                            message.detectionIds.push(reader.stringVerify());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.messages = value;
                            else
                                delete message.messages;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hold;
        })();

        v1.PurgeReport = (function() {

            /**
             * Properties of a PurgeReport.
             * @typedef {Object} alpr.v1.PurgeReport.$Properties
             * @property {number} [report] PurgeReport report
             * @property {boolean} [open] PurgeReport open
             * @property {number} [detections] PurgeReport detections
             * @property {number} [alerts] PurgeReport alerts
             * @property {number} [unsent] PurgeReport unsent
             * @property {number} [hits] PurgeReport hits
             * @property {number} [searches] PurgeReport searches
             * @property {number} [givenUpContexts] PurgeReport givenUpContexts
             * @property {number} [givenUpWaitingContexts] PurgeReport givenUpWaitingContexts
             * @property {number} [givenUpDetections] PurgeReport givenUpDetections
             * @property {alpr.v1.Instant.$Properties} [storedFrom] PurgeReport storedFrom
             * @property {alpr.v1.Instant.$Properties} [storedTo] PurgeReport storedTo
             * @property {Array.<alpr.v1.HeldCount.$Properties>} [underHolds] PurgeReport underHolds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PurgeReport.
             * @memberof alpr.v1
             * @interface IPurgeReport
             * @augments alpr.v1.PurgeReport.$Properties
             * @deprecated Use alpr.v1.PurgeReport.$Properties instead.
             */

            /**
             * Shape of a PurgeReport.
             * @typedef {alpr.v1.PurgeReport.$Properties} alpr.v1.PurgeReport.$Shape
             */

            /**
             * Constructs a new PurgeReport.
             * @memberof alpr.v1
             * @classdesc Represents a PurgeReport.
             * @constructor
             * @param {alpr.v1.PurgeReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PurgeReport = function (properties) {
                this.underHolds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PurgeReport report.
             * @member {number} report
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.report = 0;

            /**
             * PurgeReport open.
             * @member {boolean} open
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.open = false;

            /**
             * PurgeReport detections.
             * @member {number} detections
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.detections = 0;

            /**
             * PurgeReport alerts.
             * @member {number} alerts
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.alerts = 0;

            /**
             * PurgeReport unsent.
             * @member {number} unsent
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.unsent = 0;

            /**
             * PurgeReport hits.
             * @member {number} hits
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.hits = 0;

            /**
             * PurgeReport searches.
             * @member {number} searches
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.searches = 0;

            /**
             * PurgeReport givenUpContexts.
             * @member {number} givenUpContexts
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.givenUpContexts = 0;

            /**
             * PurgeReport givenUpWaitingContexts.
             * @member {number} givenUpWaitingContexts
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.givenUpWaitingContexts = 0;

            /**
             * PurgeReport givenUpDetections.
             * @member {number} givenUpDetections
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.givenUpDetections = 0;

            /**
             * PurgeReport storedFrom.
             * @member {alpr.v1.Instant} storedFrom
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.storedFrom = null;

            /**
             * PurgeReport storedTo.
             * @member {alpr.v1.Instant} storedTo
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.storedTo = null;

            /**
             * PurgeReport underHolds.
             * @member {Array.<alpr.v1.HeldCount>} underHolds
             * @memberof alpr.v1.PurgeReport
             * @instance
             */
            PurgeReport.prototype.underHolds = $util.emptyArray;

            /**
             * Encodes the specified PurgeReport message. Does not implicitly {@link alpr.v1.PurgeReport.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.PurgeReport
             * @static
             * @param {alpr.v1.PurgeReport.$Properties} message PurgeReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PurgeReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.report != null && $Object.hasOwnProperty.call(message, "report") && message.report !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.report);
                if (message.open != null && $Object.hasOwnProperty.call(message, "open") && message.open !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.open);
                if (message.detections != null && $Object.hasOwnProperty.call(message, "detections") && message.detections !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.detections);
                if (message.alerts != null && $Object.hasOwnProperty.call(message, "alerts") && message.alerts !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.alerts);
                if (message.unsent != null && $Object.hasOwnProperty.call(message, "unsent") && message.unsent !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.unsent);
                if (message.hits != null && $Object.hasOwnProperty.call(message, "hits") && message.hits !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.hits);
                if (message.searches != null && $Object.hasOwnProperty.call(message, "searches") && message.searches !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.searches);
                if (message.givenUpContexts != null && $Object.hasOwnProperty.call(message, "givenUpContexts") && message.givenUpContexts !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.givenUpContexts);
                if (message.givenUpWaitingContexts != null && $Object.hasOwnProperty.call(message, "givenUpWaitingContexts") && message.givenUpWaitingContexts !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.givenUpWaitingContexts);
                if (message.givenUpDetections != null && $Object.hasOwnProperty.call(message, "givenUpDetections") && message.givenUpDetections !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.givenUpDetections);
                if (message.storedFrom != null && $Object.hasOwnProperty.call(message, "storedFrom"))
                    $root.alpr.v1.Instant.encode(message.storedFrom, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.storedTo != null && $Object.hasOwnProperty.call(message, "storedTo"))
                    $root.alpr.v1.Instant.encode(message.storedTo, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.underHolds != null && message.underHolds.length)
                    for (let i = 0; i < message.underHolds.length; ++i)
                        $root.alpr.v1.HeldCount.encode(message.underHolds[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PurgeReport message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.PurgeReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.PurgeReport & alpr.v1.PurgeReport.$Shape} PurgeReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PurgeReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.PurgeReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.report = value;
                            else
                                delete message.report;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.open = value;
                            else
                                delete message.open;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.detections = value;
                            else
                                delete message.detections;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.alerts = value;
                            else
                                delete message.alerts;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.unsent = value;
                            else
                                delete message.unsent;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hits = value;
                            else
                                delete message.hits;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.searches = value;
                            else
                                delete message.searches;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.givenUpContexts = value;
                            else
                                delete message.givenUpContexts;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.givenUpWaitingContexts = value;
                            else
                                delete message.givenUpWaitingContexts;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.givenUpDetections = value;
                            else
                                delete message.givenUpDetections;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.storedFrom = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.storedFrom);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.storedTo = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.storedTo);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.underHolds && message.underHolds.length))
                                message.underHolds = [];
                            message.underHolds.push($root.alpr.v1.HeldCount.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PurgeReport;
        })();

        v1.HeldCount = (function() {

            /**
             * Properties of a HeldCount.
             * @typedef {Object} alpr.v1.HeldCount.$Properties
             * @property {number} [hold] HeldCount hold
             * @property {number} [messages] HeldCount messages
             * @property {alpr.v1.Instant.$Properties} [until] HeldCount until
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HeldCount.
             * @memberof alpr.v1
             * @interface IHeldCount
             * @augments alpr.v1.HeldCount.$Properties
             * @deprecated Use alpr.v1.HeldCount.$Properties instead.
             */

            /**
             * Shape of a HeldCount.
             * @typedef {alpr.v1.HeldCount.$Properties} alpr.v1.HeldCount.$Shape
             */

            /**
             * Constructs a new HeldCount.
             * @memberof alpr.v1
             * @classdesc Represents a HeldCount.
             * @constructor
             * @param {alpr.v1.HeldCount.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HeldCount = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HeldCount hold.
             * @member {number} hold
             * @memberof alpr.v1.HeldCount
             * @instance
             */
            HeldCount.prototype.hold = 0;

            /**
             * HeldCount messages.
             * @member {number} messages
             * @memberof alpr.v1.HeldCount
             * @instance
             */
            HeldCount.prototype.messages = 0;

            /**
             * HeldCount until.
             * @member {alpr.v1.Instant} until
             * @memberof alpr.v1.HeldCount
             * @instance
             */
            HeldCount.prototype.until = null;

            /**
             * Encodes the specified HeldCount message. Does not implicitly {@link alpr.v1.HeldCount.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.HeldCount
             * @static
             * @param {alpr.v1.HeldCount.$Properties} message HeldCount message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HeldCount.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hold != null && $Object.hasOwnProperty.call(message, "hold") && message.hold !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.hold);
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages") && message.messages !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.messages);
                if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                    $root.alpr.v1.Instant.encode(message.until, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HeldCount message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.HeldCount
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.HeldCount & alpr.v1.HeldCount.$Shape} HeldCount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HeldCount.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.HeldCount();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hold = value;
                            else
                                delete message.hold;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.messages = value;
                            else
                                delete message.messages;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.until = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.until);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HeldCount;
        })();

        v1.SignedHotList = (function() {

            /**
             * Properties of a SignedHotList.
             * @typedef {Object} alpr.v1.SignedHotList.$Properties
             * @property {Uint8Array} [body] SignedHotList body
             * @property {Uint8Array} [signature] SignedHotList signature
             * @property {string} [keyId] SignedHotList keyId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedHotList.
             * @memberof alpr.v1
             * @interface ISignedHotList
             * @augments alpr.v1.SignedHotList.$Properties
             * @deprecated Use alpr.v1.SignedHotList.$Properties instead.
             */

            /**
             * Shape of a SignedHotList.
             * @typedef {alpr.v1.SignedHotList.$Properties} alpr.v1.SignedHotList.$Shape
             */

            /**
             * Constructs a new SignedHotList.
             * @memberof alpr.v1
             * @classdesc Represents a SignedHotList.
             * @constructor
             * @param {alpr.v1.SignedHotList.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedHotList = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedHotList body.
             * @member {Uint8Array} body
             * @memberof alpr.v1.SignedHotList
             * @instance
             */
            SignedHotList.prototype.body = $util.newBuffer([]);

            /**
             * SignedHotList signature.
             * @member {Uint8Array} signature
             * @memberof alpr.v1.SignedHotList
             * @instance
             */
            SignedHotList.prototype.signature = $util.newBuffer([]);

            /**
             * SignedHotList keyId.
             * @member {string} keyId
             * @memberof alpr.v1.SignedHotList
             * @instance
             */
            SignedHotList.prototype.keyId = "";

            /**
             * Encodes the specified SignedHotList message. Does not implicitly {@link alpr.v1.SignedHotList.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.SignedHotList
             * @static
             * @param {alpr.v1.SignedHotList.$Properties} message SignedHotList message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedHotList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.body);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.keyId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedHotList message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.SignedHotList
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.SignedHotList & alpr.v1.SignedHotList.$Shape} SignedHotList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedHotList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.SignedHotList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.body = value;
                            else
                                delete message.body;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignedHotList;
        })();

        v1.HotList = (function() {

            /**
             * Properties of a HotList.
             * @typedef {Object} alpr.v1.HotList.$Properties
             * @property {string} [list] HotList list
             * @property {string} [source] HotList source
             * @property {string} [agency] HotList agency
             * @property {alpr.v1.Instant.$Properties} [madeAt] HotList madeAt
             * @property {number} [limitHours] HotList limitHours
             * @property {Array.<alpr.v1.HotListEntry.$Properties>} [entries] HotList entries
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HotList.
             * @memberof alpr.v1
             * @interface IHotList
             * @augments alpr.v1.HotList.$Properties
             * @deprecated Use alpr.v1.HotList.$Properties instead.
             */

            /**
             * Shape of a HotList.
             * @typedef {alpr.v1.HotList.$Properties} alpr.v1.HotList.$Shape
             */

            /**
             * Constructs a new HotList.
             * @memberof alpr.v1
             * @classdesc Represents a HotList.
             * @constructor
             * @param {alpr.v1.HotList.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HotList = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HotList list.
             * @member {string} list
             * @memberof alpr.v1.HotList
             * @instance
             */
            HotList.prototype.list = "";

            /**
             * HotList source.
             * @member {string} source
             * @memberof alpr.v1.HotList
             * @instance
             */
            HotList.prototype.source = "";

            /**
             * HotList agency.
             * @member {string} agency
             * @memberof alpr.v1.HotList
             * @instance
             */
            HotList.prototype.agency = "";

            /**
             * HotList madeAt.
             * @member {alpr.v1.Instant} madeAt
             * @memberof alpr.v1.HotList
             * @instance
             */
            HotList.prototype.madeAt = null;

            /**
             * HotList limitHours.
             * @member {number} limitHours
             * @memberof alpr.v1.HotList
             * @instance
             */
            HotList.prototype.limitHours = 0;

            /**
             * HotList entries.
             * @member {Array.<alpr.v1.HotListEntry>} entries
             * @memberof alpr.v1.HotList
             * @instance
             */
            HotList.prototype.entries = $util.emptyArray;

            /**
             * Encodes the specified HotList message. Does not implicitly {@link alpr.v1.HotList.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.HotList
             * @static
             * @param {alpr.v1.HotList.$Properties} message HotList message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HotList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.list != null && $Object.hasOwnProperty.call(message, "list") && message.list !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.list);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.source);
                if (message.agency != null && $Object.hasOwnProperty.call(message, "agency") && message.agency !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.agency);
                if (message.madeAt != null && $Object.hasOwnProperty.call(message, "madeAt"))
                    $root.alpr.v1.Instant.encode(message.madeAt, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.limitHours != null && $Object.hasOwnProperty.call(message, "limitHours") && message.limitHours !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.limitHours);
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        $root.alpr.v1.HotListEntry.encode(message.entries[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HotList message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.HotList
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.HotList & alpr.v1.HotList.$Shape} HotList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HotList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.HotList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.list = value;
                            else
                                delete message.list;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agency = value;
                            else
                                delete message.agency;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.madeAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.madeAt);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limitHours = value;
                            else
                                delete message.limitHours;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.entries && message.entries.length))
                                message.entries = [];
                            message.entries.push($root.alpr.v1.HotListEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HotList;
        })();

        v1.HotListEntry = (function() {

            /**
             * Properties of a HotListEntry.
             * @typedef {Object} alpr.v1.HotListEntry.$Properties
             * @property {string} [entryId] HotListEntry entryId
             * @property {string} [plate] HotListEntry plate
             * @property {string|null} [region] HotListEntry region
             * @property {alpr.v1.AlertClass} [alertClass] HotListEntry alertClass
             * @property {string} [note] HotListEntry note
             * @property {string|null} [make] HotListEntry make
             * @property {string|null} [model] HotListEntry model
             * @property {string|null} [colour] HotListEntry colour
             * @property {number|null} [year] HotListEntry year
             * @property {string|null} [enteredBy] HotListEntry enteredBy
             * @property {string|null} [caseNumber] HotListEntry caseNumber
             * @property {string|null} [synopsis] HotListEntry synopsis
             * @property {alpr.v1.Instant.$Properties} [expiresAt] HotListEntry expiresAt
             * @property {string|null} [approvedBy] HotListEntry approvedBy
             * @property {string|null} [style] HotListEntry style
             * @property {string|null} [purpose] HotListEntry purpose
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HotListEntry.
             * @memberof alpr.v1
             * @interface IHotListEntry
             * @augments alpr.v1.HotListEntry.$Properties
             * @deprecated Use alpr.v1.HotListEntry.$Properties instead.
             */

            /**
             * Shape of a HotListEntry.
             * @typedef {alpr.v1.HotListEntry.$Properties} alpr.v1.HotListEntry.$Shape
             */

            /**
             * Constructs a new HotListEntry.
             * @memberof alpr.v1
             * @classdesc Represents a HotListEntry.
             * @constructor
             * @param {alpr.v1.HotListEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HotListEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HotListEntry entryId.
             * @member {string} entryId
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.entryId = "";

            /**
             * HotListEntry plate.
             * @member {string} plate
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.plate = "";

            /**
             * HotListEntry region.
             * @member {string|null} region
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.region = null;

            /**
             * HotListEntry alertClass.
             * @member {alpr.v1.AlertClass} alertClass
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.alertClass = 0;

            /**
             * HotListEntry note.
             * @member {string} note
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.note = "";

            /**
             * HotListEntry make.
             * @member {string|null} make
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.make = null;

            /**
             * HotListEntry model.
             * @member {string|null} model
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.model = null;

            /**
             * HotListEntry colour.
             * @member {string|null} colour
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.colour = null;

            /**
             * HotListEntry year.
             * @member {number|null} year
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.year = null;

            /**
             * HotListEntry enteredBy.
             * @member {string|null} enteredBy
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.enteredBy = null;

            /**
             * HotListEntry caseNumber.
             * @member {string|null} caseNumber
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.caseNumber = null;

            /**
             * HotListEntry synopsis.
             * @member {string|null} synopsis
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.synopsis = null;

            /**
             * HotListEntry expiresAt.
             * @member {alpr.v1.Instant} expiresAt
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.expiresAt = null;

            /**
             * HotListEntry approvedBy.
             * @member {string|null} approvedBy
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.approvedBy = null;

            /**
             * HotListEntry style.
             * @member {string|null} style
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.style = null;

            /**
             * HotListEntry purpose.
             * @member {string|null} purpose
             * @memberof alpr.v1.HotListEntry
             * @instance
             */
            HotListEntry.prototype.purpose = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_region", {
                get: $util.oneOfGetter($oneOfFields = ["region"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_make", {
                get: $util.oneOfGetter($oneOfFields = ["make"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_model", {
                get: $util.oneOfGetter($oneOfFields = ["model"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_colour", {
                get: $util.oneOfGetter($oneOfFields = ["colour"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_year", {
                get: $util.oneOfGetter($oneOfFields = ["year"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_enteredBy", {
                get: $util.oneOfGetter($oneOfFields = ["enteredBy"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_caseNumber", {
                get: $util.oneOfGetter($oneOfFields = ["caseNumber"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_synopsis", {
                get: $util.oneOfGetter($oneOfFields = ["synopsis"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_approvedBy", {
                get: $util.oneOfGetter($oneOfFields = ["approvedBy"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_style", {
                get: $util.oneOfGetter($oneOfFields = ["style"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HotListEntry.prototype, "_purpose", {
                get: $util.oneOfGetter($oneOfFields = ["purpose"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified HotListEntry message. Does not implicitly {@link alpr.v1.HotListEntry.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.HotListEntry
             * @static
             * @param {alpr.v1.HotListEntry.$Properties} message HotListEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HotListEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.entryId != null && $Object.hasOwnProperty.call(message, "entryId") && message.entryId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.entryId);
                if (message.plate != null && $Object.hasOwnProperty.call(message, "plate") && message.plate !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.plate);
                if (message.region != null && $Object.hasOwnProperty.call(message, "region"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.region);
                if (message.alertClass != null && $Object.hasOwnProperty.call(message, "alertClass") && message.alertClass !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.alertClass);
                if (message.note != null && $Object.hasOwnProperty.call(message, "note") && message.note !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.note);
                if (message.make != null && $Object.hasOwnProperty.call(message, "make"))
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.make);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.model);
                if (message.colour != null && $Object.hasOwnProperty.call(message, "colour"))
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.colour);
                if (message.year != null && $Object.hasOwnProperty.call(message, "year"))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.year);
                if (message.enteredBy != null && $Object.hasOwnProperty.call(message, "enteredBy"))
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.enteredBy);
                if (message.caseNumber != null && $Object.hasOwnProperty.call(message, "caseNumber"))
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.caseNumber);
                if (message.synopsis != null && $Object.hasOwnProperty.call(message, "synopsis"))
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.synopsis);
                if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                    $root.alpr.v1.Instant.encode(message.expiresAt, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.approvedBy != null && $Object.hasOwnProperty.call(message, "approvedBy"))
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.approvedBy);
                if (message.style != null && $Object.hasOwnProperty.call(message, "style"))
                    writer.uint32(/* id 15, wireType 2 =*/122).string(message.style);
                if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose"))
                    writer.uint32(/* id 16, wireType 2 =*/130).string(message.purpose);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HotListEntry message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.HotListEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.HotListEntry & alpr.v1.HotListEntry.$Shape} HotListEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HotListEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.HotListEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.entryId = value;
                            else
                                delete message.entryId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.plate = value;
                            else
                                delete message.plate;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.region = reader.stringVerify();
                            message._region = "region";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.alertClass = value;
                            else
                                delete message.alertClass;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.note = value;
                            else
                                delete message.note;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.make = reader.stringVerify();
                            message._make = "make";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.model = reader.stringVerify();
                            message._model = "model";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.colour = reader.stringVerify();
                            message._colour = "colour";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.year = reader.uint32();
                            message._year = "year";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.enteredBy = reader.stringVerify();
                            message._enteredBy = "enteredBy";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.caseNumber = reader.stringVerify();
                            message._caseNumber = "caseNumber";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.synopsis = reader.stringVerify();
                            message._synopsis = "synopsis";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.expiresAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.expiresAt);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.approvedBy = reader.stringVerify();
                            message._approvedBy = "approvedBy";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.style = reader.stringVerify();
                            message._style = "style";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.purpose = reader.stringVerify();
                            message._purpose = "purpose";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HotListEntry;
        })();

        v1.ProposeEntry = (function() {

            /**
             * Properties of a ProposeEntry.
             * @typedef {Object} alpr.v1.ProposeEntry.$Properties
             * @property {string} [plate] ProposeEntry plate
             * @property {string|null} [region] ProposeEntry region
             * @property {alpr.v1.AlertClass} [alertClass] ProposeEntry alertClass
             * @property {string} [note] ProposeEntry note
             * @property {string|null} [make] ProposeEntry make
             * @property {string|null} [model] ProposeEntry model
             * @property {string|null} [style] ProposeEntry style
             * @property {string|null} [colour] ProposeEntry colour
             * @property {number|null} [year] ProposeEntry year
             * @property {string} [caseNumber] ProposeEntry caseNumber
             * @property {string} [synopsis] ProposeEntry synopsis
             * @property {number} [days] ProposeEntry days
             * @property {boolean} [majorCrime] ProposeEntry majorCrime
             * @property {string|null} [purpose] ProposeEntry purpose
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProposeEntry.
             * @memberof alpr.v1
             * @interface IProposeEntry
             * @augments alpr.v1.ProposeEntry.$Properties
             * @deprecated Use alpr.v1.ProposeEntry.$Properties instead.
             */

            /**
             * Shape of a ProposeEntry.
             * @typedef {alpr.v1.ProposeEntry.$Properties} alpr.v1.ProposeEntry.$Shape
             */

            /**
             * Constructs a new ProposeEntry.
             * @memberof alpr.v1
             * @classdesc Represents a ProposeEntry.
             * @constructor
             * @param {alpr.v1.ProposeEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProposeEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProposeEntry plate.
             * @member {string} plate
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.plate = "";

            /**
             * ProposeEntry region.
             * @member {string|null} region
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.region = null;

            /**
             * ProposeEntry alertClass.
             * @member {alpr.v1.AlertClass} alertClass
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.alertClass = 0;

            /**
             * ProposeEntry note.
             * @member {string} note
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.note = "";

            /**
             * ProposeEntry make.
             * @member {string|null} make
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.make = null;

            /**
             * ProposeEntry model.
             * @member {string|null} model
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.model = null;

            /**
             * ProposeEntry style.
             * @member {string|null} style
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.style = null;

            /**
             * ProposeEntry colour.
             * @member {string|null} colour
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.colour = null;

            /**
             * ProposeEntry year.
             * @member {number|null} year
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.year = null;

            /**
             * ProposeEntry caseNumber.
             * @member {string} caseNumber
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.caseNumber = "";

            /**
             * ProposeEntry synopsis.
             * @member {string} synopsis
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.synopsis = "";

            /**
             * ProposeEntry days.
             * @member {number} days
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.days = 0;

            /**
             * ProposeEntry majorCrime.
             * @member {boolean} majorCrime
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.majorCrime = false;

            /**
             * ProposeEntry purpose.
             * @member {string|null} purpose
             * @memberof alpr.v1.ProposeEntry
             * @instance
             */
            ProposeEntry.prototype.purpose = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProposeEntry.prototype, "_region", {
                get: $util.oneOfGetter($oneOfFields = ["region"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProposeEntry.prototype, "_make", {
                get: $util.oneOfGetter($oneOfFields = ["make"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProposeEntry.prototype, "_model", {
                get: $util.oneOfGetter($oneOfFields = ["model"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProposeEntry.prototype, "_style", {
                get: $util.oneOfGetter($oneOfFields = ["style"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProposeEntry.prototype, "_colour", {
                get: $util.oneOfGetter($oneOfFields = ["colour"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProposeEntry.prototype, "_year", {
                get: $util.oneOfGetter($oneOfFields = ["year"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ProposeEntry.prototype, "_purpose", {
                get: $util.oneOfGetter($oneOfFields = ["purpose"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ProposeEntry message. Does not implicitly {@link alpr.v1.ProposeEntry.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.ProposeEntry
             * @static
             * @param {alpr.v1.ProposeEntry.$Properties} message ProposeEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProposeEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.plate != null && $Object.hasOwnProperty.call(message, "plate") && message.plate !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.plate);
                if (message.region != null && $Object.hasOwnProperty.call(message, "region"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.region);
                if (message.alertClass != null && $Object.hasOwnProperty.call(message, "alertClass") && message.alertClass !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.alertClass);
                if (message.note != null && $Object.hasOwnProperty.call(message, "note") && message.note !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.note);
                if (message.make != null && $Object.hasOwnProperty.call(message, "make"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.make);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.model);
                if (message.style != null && $Object.hasOwnProperty.call(message, "style"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.style);
                if (message.colour != null && $Object.hasOwnProperty.call(message, "colour"))
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.colour);
                if (message.year != null && $Object.hasOwnProperty.call(message, "year"))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.year);
                if (message.caseNumber != null && $Object.hasOwnProperty.call(message, "caseNumber") && message.caseNumber !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.caseNumber);
                if (message.synopsis != null && $Object.hasOwnProperty.call(message, "synopsis") && message.synopsis !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.synopsis);
                if (message.days != null && $Object.hasOwnProperty.call(message, "days") && message.days !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint32(message.days);
                if (message.majorCrime != null && $Object.hasOwnProperty.call(message, "majorCrime") && message.majorCrime !== false)
                    writer.uint32(/* id 13, wireType 0 =*/104).bool(message.majorCrime);
                if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose"))
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.purpose);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProposeEntry message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.ProposeEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.ProposeEntry & alpr.v1.ProposeEntry.$Shape} ProposeEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProposeEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.ProposeEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.plate = value;
                            else
                                delete message.plate;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.region = reader.stringVerify();
                            message._region = "region";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.alertClass = value;
                            else
                                delete message.alertClass;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.note = value;
                            else
                                delete message.note;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.make = reader.stringVerify();
                            message._make = "make";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.model = reader.stringVerify();
                            message._model = "model";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.style = reader.stringVerify();
                            message._style = "style";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.colour = reader.stringVerify();
                            message._colour = "colour";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.year = reader.uint32();
                            message._year = "year";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.caseNumber = value;
                            else
                                delete message.caseNumber;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.synopsis = value;
                            else
                                delete message.synopsis;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.days = value;
                            else
                                delete message.days;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.majorCrime = value;
                            else
                                delete message.majorCrime;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.purpose = reader.stringVerify();
                            message._purpose = "purpose";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProposeEntry;
        })();

        v1.ApproveEntry = (function() {

            /**
             * Properties of an ApproveEntry.
             * @typedef {Object} alpr.v1.ApproveEntry.$Properties
             * @property {string} [entryId] ApproveEntry entryId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ApproveEntry.
             * @memberof alpr.v1
             * @interface IApproveEntry
             * @augments alpr.v1.ApproveEntry.$Properties
             * @deprecated Use alpr.v1.ApproveEntry.$Properties instead.
             */

            /**
             * Shape of an ApproveEntry.
             * @typedef {alpr.v1.ApproveEntry.$Properties} alpr.v1.ApproveEntry.$Shape
             */

            /**
             * Constructs a new ApproveEntry.
             * @memberof alpr.v1
             * @classdesc Represents an ApproveEntry.
             * @constructor
             * @param {alpr.v1.ApproveEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ApproveEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ApproveEntry entryId.
             * @member {string} entryId
             * @memberof alpr.v1.ApproveEntry
             * @instance
             */
            ApproveEntry.prototype.entryId = "";

            /**
             * Encodes the specified ApproveEntry message. Does not implicitly {@link alpr.v1.ApproveEntry.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.ApproveEntry
             * @static
             * @param {alpr.v1.ApproveEntry.$Properties} message ApproveEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ApproveEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.entryId != null && $Object.hasOwnProperty.call(message, "entryId") && message.entryId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.entryId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ApproveEntry message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.ApproveEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.ApproveEntry & alpr.v1.ApproveEntry.$Shape} ApproveEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ApproveEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.ApproveEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.entryId = value;
                            else
                                delete message.entryId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ApproveEntry;
        })();

        v1.ExtendEntry = (function() {

            /**
             * Properties of an ExtendEntry.
             * @typedef {Object} alpr.v1.ExtendEntry.$Properties
             * @property {string} [entryId] ExtendEntry entryId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ExtendEntry.
             * @memberof alpr.v1
             * @interface IExtendEntry
             * @augments alpr.v1.ExtendEntry.$Properties
             * @deprecated Use alpr.v1.ExtendEntry.$Properties instead.
             */

            /**
             * Shape of an ExtendEntry.
             * @typedef {alpr.v1.ExtendEntry.$Properties} alpr.v1.ExtendEntry.$Shape
             */

            /**
             * Constructs a new ExtendEntry.
             * @memberof alpr.v1
             * @classdesc Represents an ExtendEntry.
             * @constructor
             * @param {alpr.v1.ExtendEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ExtendEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ExtendEntry entryId.
             * @member {string} entryId
             * @memberof alpr.v1.ExtendEntry
             * @instance
             */
            ExtendEntry.prototype.entryId = "";

            /**
             * Encodes the specified ExtendEntry message. Does not implicitly {@link alpr.v1.ExtendEntry.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.ExtendEntry
             * @static
             * @param {alpr.v1.ExtendEntry.$Properties} message ExtendEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ExtendEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.entryId != null && $Object.hasOwnProperty.call(message, "entryId") && message.entryId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.entryId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ExtendEntry message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.ExtendEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.ExtendEntry & alpr.v1.ExtendEntry.$Shape} ExtendEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ExtendEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.ExtendEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.entryId = value;
                            else
                                delete message.entryId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ExtendEntry;
        })();

        v1.Detection = (function() {

            /**
             * Properties of a Detection.
             * @typedef {Object} alpr.v1.Detection.$Properties
             * @property {alpr.v1.Origin.$Properties} [origin] Detection origin
             * @property {string} [detectionId] Detection detectionId
             * @property {string} [camera] Detection camera
             * @property {string} [plate] Detection plate
             * @property {number} [confidence] Detection confidence
             * @property {Array.<alpr.v1.Character.$Properties>} [characters] Detection characters
             * @property {Array.<alpr.v1.RankedText.$Properties>} [candidates] Detection candidates
             * @property {alpr.v1.Region.$Properties} [region] Detection region
             * @property {alpr.v1.Instant.$Properties} [exposedAt] Detection exposedAt
             * @property {alpr.v1.Instant.$Properties} [firstSeen] Detection firstSeen
             * @property {alpr.v1.Instant.$Properties} [lastSeen] Detection lastSeen
             * @property {alpr.v1.Place.$Properties} [place] Detection place
             * @property {Long} [frameSequence] Detection frameSequence
             * @property {number} [frameWidthPx] Detection frameWidthPx
             * @property {number} [frameHeightPx] Detection frameHeightPx
             * @property {alpr.v1.Exposure.$Properties} [exposure] Detection exposure
             * @property {alpr.v1.Box.$Properties} [box] Detection box
             * @property {Array.<alpr.v1.Point.$Properties>} [quad] Detection quad
             * @property {Array.<alpr.v1.Look.$Properties>} [looks] Detection looks
             * @property {alpr.v1.Picture.$Properties} [plateImage] Detection plateImage
             * @property {alpr.v1.Picture.$Properties} [contextImage] Detection contextImage
             * @property {Array.<alpr.v1.Hit.$Properties>} [hits] Detection hits
             * @property {alpr.v1.Vehicle.$Properties} [vehicle] Detection vehicle
             * @property {string|null} [source] Detection source
             * @property {Array.<string>} [settledBy] Detection settledBy
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Detection.
             * @memberof alpr.v1
             * @interface IDetection
             * @augments alpr.v1.Detection.$Properties
             * @deprecated Use alpr.v1.Detection.$Properties instead.
             */

            /**
             * Shape of a Detection.
             * @typedef {alpr.v1.Detection.$Properties} alpr.v1.Detection.$Shape
             */

            /**
             * Constructs a new Detection.
             * @memberof alpr.v1
             * @classdesc Represents a Detection.
             * @constructor
             * @param {alpr.v1.Detection.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Detection = function (properties) {
                this.characters = [];
                this.candidates = [];
                this.quad = [];
                this.looks = [];
                this.hits = [];
                this.settledBy = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Detection origin.
             * @member {alpr.v1.Origin} origin
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.origin = null;

            /**
             * Detection detectionId.
             * @member {string} detectionId
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.detectionId = "";

            /**
             * Detection camera.
             * @member {string} camera
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.camera = "";

            /**
             * Detection plate.
             * @member {string} plate
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.plate = "";

            /**
             * Detection confidence.
             * @member {number} confidence
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.confidence = 0;

            /**
             * Detection characters.
             * @member {Array.<alpr.v1.Character>} characters
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.characters = $util.emptyArray;

            /**
             * Detection candidates.
             * @member {Array.<alpr.v1.RankedText>} candidates
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.candidates = $util.emptyArray;

            /**
             * Detection region.
             * @member {alpr.v1.Region} region
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.region = null;

            /**
             * Detection exposedAt.
             * @member {alpr.v1.Instant} exposedAt
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.exposedAt = null;

            /**
             * Detection firstSeen.
             * @member {alpr.v1.Instant} firstSeen
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.firstSeen = null;

            /**
             * Detection lastSeen.
             * @member {alpr.v1.Instant} lastSeen
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.lastSeen = null;

            /**
             * Detection place.
             * @member {alpr.v1.Place} place
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.place = null;

            /**
             * Detection frameSequence.
             * @member {Long} frameSequence
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.frameSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Detection frameWidthPx.
             * @member {number} frameWidthPx
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.frameWidthPx = 0;

            /**
             * Detection frameHeightPx.
             * @member {number} frameHeightPx
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.frameHeightPx = 0;

            /**
             * Detection exposure.
             * @member {alpr.v1.Exposure} exposure
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.exposure = null;

            /**
             * Detection box.
             * @member {alpr.v1.Box} box
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.box = null;

            /**
             * Detection quad.
             * @member {Array.<alpr.v1.Point>} quad
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.quad = $util.emptyArray;

            /**
             * Detection looks.
             * @member {Array.<alpr.v1.Look>} looks
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.looks = $util.emptyArray;

            /**
             * Detection plateImage.
             * @member {alpr.v1.Picture} plateImage
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.plateImage = null;

            /**
             * Detection contextImage.
             * @member {alpr.v1.Picture} contextImage
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.contextImage = null;

            /**
             * Detection hits.
             * @member {Array.<alpr.v1.Hit>} hits
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.hits = $util.emptyArray;

            /**
             * Detection vehicle.
             * @member {alpr.v1.Vehicle} vehicle
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.vehicle = null;

            /**
             * Detection source.
             * @member {string|null} source
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.source = null;

            /**
             * Detection settledBy.
             * @member {Array.<string>} settledBy
             * @memberof alpr.v1.Detection
             * @instance
             */
            Detection.prototype.settledBy = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Detection.prototype, "_source", {
                get: $util.oneOfGetter($oneOfFields = ["source"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Detection message. Does not implicitly {@link alpr.v1.Detection.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Detection
             * @static
             * @param {alpr.v1.Detection.$Properties} message Detection message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Detection.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.alpr.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.detectionId != null && $Object.hasOwnProperty.call(message, "detectionId") && message.detectionId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.detectionId);
                if (message.camera != null && $Object.hasOwnProperty.call(message, "camera") && message.camera !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.camera);
                if (message.plate != null && $Object.hasOwnProperty.call(message, "plate") && message.plate !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.plate);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 5, wireType 5 =*/45).float(message.confidence);
                if (message.characters != null && message.characters.length)
                    for (let i = 0; i < message.characters.length; ++i)
                        $root.alpr.v1.Character.encode(message.characters[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.candidates != null && message.candidates.length)
                    for (let i = 0; i < message.candidates.length; ++i)
                        $root.alpr.v1.RankedText.encode(message.candidates[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.region != null && $Object.hasOwnProperty.call(message, "region"))
                    $root.alpr.v1.Region.encode(message.region, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.exposedAt != null && $Object.hasOwnProperty.call(message, "exposedAt"))
                    $root.alpr.v1.Instant.encode(message.exposedAt, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.firstSeen != null && $Object.hasOwnProperty.call(message, "firstSeen"))
                    $root.alpr.v1.Instant.encode(message.firstSeen, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.lastSeen != null && $Object.hasOwnProperty.call(message, "lastSeen"))
                    $root.alpr.v1.Instant.encode(message.lastSeen, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.place != null && $Object.hasOwnProperty.call(message, "place"))
                    $root.alpr.v1.Place.encode(message.place, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.frameSequence != null && $Object.hasOwnProperty.call(message, "frameSequence") && (typeof message.frameSequence === "object" ? message.frameSequence.low || message.frameSequence.high : message.frameSequence !== 0))
                    writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.frameSequence);
                if (message.frameWidthPx != null && $Object.hasOwnProperty.call(message, "frameWidthPx") && message.frameWidthPx !== 0)
                    writer.uint32(/* id 14, wireType 0 =*/112).uint32(message.frameWidthPx);
                if (message.frameHeightPx != null && $Object.hasOwnProperty.call(message, "frameHeightPx") && message.frameHeightPx !== 0)
                    writer.uint32(/* id 15, wireType 0 =*/120).uint32(message.frameHeightPx);
                if (message.exposure != null && $Object.hasOwnProperty.call(message, "exposure"))
                    $root.alpr.v1.Exposure.encode(message.exposure, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    $root.alpr.v1.Box.encode(message.box, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.quad != null && message.quad.length)
                    for (let i = 0; i < message.quad.length; ++i)
                        $root.alpr.v1.Point.encode(message.quad[i], writer.uint32(/* id 18, wireType 2 =*/146).fork(), _depth + 1).ldelim();
                if (message.looks != null && message.looks.length)
                    for (let i = 0; i < message.looks.length; ++i)
                        $root.alpr.v1.Look.encode(message.looks[i], writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
                if (message.plateImage != null && $Object.hasOwnProperty.call(message, "plateImage"))
                    $root.alpr.v1.Picture.encode(message.plateImage, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.contextImage != null && $Object.hasOwnProperty.call(message, "contextImage"))
                    $root.alpr.v1.Picture.encode(message.contextImage, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.hits != null && message.hits.length)
                    for (let i = 0; i < message.hits.length; ++i)
                        $root.alpr.v1.Hit.encode(message.hits[i], writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.vehicle != null && $Object.hasOwnProperty.call(message, "vehicle"))
                    $root.alpr.v1.Vehicle.encode(message.vehicle, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    writer.uint32(/* id 24, wireType 2 =*/194).string(message.source);
                if (message.settledBy != null && message.settledBy.length)
                    for (let i = 0; i < message.settledBy.length; ++i)
                        writer.uint32(/* id 25, wireType 2 =*/202).string(message.settledBy[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Detection message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Detection
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Detection & alpr.v1.Detection.$Shape} Detection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Detection.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Detection();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.alpr.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detectionId = value;
                            else
                                delete message.detectionId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.camera = value;
                            else
                                delete message.camera;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.plate = value;
                            else
                                delete message.plate;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.characters && message.characters.length))
                                message.characters = [];
                            message.characters.push($root.alpr.v1.Character.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.candidates && message.candidates.length))
                                message.candidates = [];
                            message.candidates.push($root.alpr.v1.RankedText.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.region = $root.alpr.v1.Region.decode(reader, reader.size(), $undefined, _depth + 1, message.region);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.exposedAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.exposedAt);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.firstSeen = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.firstSeen);
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.lastSeen = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.lastSeen);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.place = $root.alpr.v1.Place.decode(reader, reader.size(), $undefined, _depth + 1, message.place);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.frameSequence = value;
                            else
                                delete message.frameSequence;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.frameWidthPx = value;
                            else
                                delete message.frameWidthPx;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.frameHeightPx = value;
                            else
                                delete message.frameHeightPx;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.exposure = $root.alpr.v1.Exposure.decode(reader, reader.size(), $undefined, _depth + 1, message.exposure);
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.box = $root.alpr.v1.Box.decode(reader, reader.size(), $undefined, _depth + 1, message.box);
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            if (!(message.quad && message.quad.length))
                                message.quad = [];
                            message.quad.push($root.alpr.v1.Point.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            if (!(message.looks && message.looks.length))
                                message.looks = [];
                            message.looks.push($root.alpr.v1.Look.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.plateImage = $root.alpr.v1.Picture.decode(reader, reader.size(), $undefined, _depth + 1, message.plateImage);
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.contextImage = $root.alpr.v1.Picture.decode(reader, reader.size(), $undefined, _depth + 1, message.contextImage);
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hits && message.hits.length))
                                message.hits = [];
                            message.hits.push($root.alpr.v1.Hit.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.vehicle = $root.alpr.v1.Vehicle.decode(reader, reader.size(), $undefined, _depth + 1, message.vehicle);
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.source = reader.stringVerify();
                            message._source = "source";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            if (!(message.settledBy && message.settledBy.length))
                                message.settledBy = [];
                            message.settledBy.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Detection;
        })();

        v1.Character = (function() {

            /**
             * Properties of a Character.
             * @typedef {Object} alpr.v1.Character.$Properties
             * @property {string} [character] Character character
             * @property {number} [confidence] Character confidence
             * @property {Array.<alpr.v1.Alternative.$Properties>} [alternatives] Character alternatives
             * @property {boolean} [settledByGrammar] Character settledByGrammar
             * @property {boolean} [unknown] Character unknown
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Character.
             * @memberof alpr.v1
             * @interface ICharacter
             * @augments alpr.v1.Character.$Properties
             * @deprecated Use alpr.v1.Character.$Properties instead.
             */

            /**
             * Shape of a Character.
             * @typedef {alpr.v1.Character.$Properties} alpr.v1.Character.$Shape
             */

            /**
             * Constructs a new Character.
             * @memberof alpr.v1
             * @classdesc Represents a Character.
             * @constructor
             * @param {alpr.v1.Character.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Character = function (properties) {
                this.alternatives = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Character character.
             * @member {string} character
             * @memberof alpr.v1.Character
             * @instance
             */
            Character.prototype.character = "";

            /**
             * Character confidence.
             * @member {number} confidence
             * @memberof alpr.v1.Character
             * @instance
             */
            Character.prototype.confidence = 0;

            /**
             * Character alternatives.
             * @member {Array.<alpr.v1.Alternative>} alternatives
             * @memberof alpr.v1.Character
             * @instance
             */
            Character.prototype.alternatives = $util.emptyArray;

            /**
             * Character settledByGrammar.
             * @member {boolean} settledByGrammar
             * @memberof alpr.v1.Character
             * @instance
             */
            Character.prototype.settledByGrammar = false;

            /**
             * Character unknown.
             * @member {boolean} unknown
             * @memberof alpr.v1.Character
             * @instance
             */
            Character.prototype.unknown = false;

            /**
             * Encodes the specified Character message. Does not implicitly {@link alpr.v1.Character.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Character
             * @static
             * @param {alpr.v1.Character.$Properties} message Character message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Character.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.character != null && $Object.hasOwnProperty.call(message, "character") && message.character !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.character);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.confidence);
                if (message.alternatives != null && message.alternatives.length)
                    for (let i = 0; i < message.alternatives.length; ++i)
                        $root.alpr.v1.Alternative.encode(message.alternatives[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.settledByGrammar != null && $Object.hasOwnProperty.call(message, "settledByGrammar") && message.settledByGrammar !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.settledByGrammar);
                if (message.unknown != null && $Object.hasOwnProperty.call(message, "unknown") && message.unknown !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.unknown);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Character message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Character
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Character & alpr.v1.Character.$Shape} Character
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Character.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Character();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.character = value;
                            else
                                delete message.character;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.alternatives && message.alternatives.length))
                                message.alternatives = [];
                            message.alternatives.push($root.alpr.v1.Alternative.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.settledByGrammar = value;
                            else
                                delete message.settledByGrammar;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.unknown = value;
                            else
                                delete message.unknown;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Character;
        })();

        v1.Alternative = (function() {

            /**
             * Properties of an Alternative.
             * @typedef {Object} alpr.v1.Alternative.$Properties
             * @property {string} [character] Alternative character
             * @property {number} [confidence] Alternative confidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Alternative.
             * @memberof alpr.v1
             * @interface IAlternative
             * @augments alpr.v1.Alternative.$Properties
             * @deprecated Use alpr.v1.Alternative.$Properties instead.
             */

            /**
             * Shape of an Alternative.
             * @typedef {alpr.v1.Alternative.$Properties} alpr.v1.Alternative.$Shape
             */

            /**
             * Constructs a new Alternative.
             * @memberof alpr.v1
             * @classdesc Represents an Alternative.
             * @constructor
             * @param {alpr.v1.Alternative.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Alternative = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Alternative character.
             * @member {string} character
             * @memberof alpr.v1.Alternative
             * @instance
             */
            Alternative.prototype.character = "";

            /**
             * Alternative confidence.
             * @member {number} confidence
             * @memberof alpr.v1.Alternative
             * @instance
             */
            Alternative.prototype.confidence = 0;

            /**
             * Encodes the specified Alternative message. Does not implicitly {@link alpr.v1.Alternative.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Alternative
             * @static
             * @param {alpr.v1.Alternative.$Properties} message Alternative message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Alternative.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.character != null && $Object.hasOwnProperty.call(message, "character") && message.character !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.character);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.confidence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Alternative message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Alternative
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Alternative & alpr.v1.Alternative.$Shape} Alternative
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Alternative.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Alternative();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.character = value;
                            else
                                delete message.character;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Alternative;
        })();

        v1.Exposure = (function() {

            /**
             * Properties of an Exposure.
             * @typedef {Object} alpr.v1.Exposure.$Properties
             * @property {number|null} [shutterUs] Exposure shutterUs
             * @property {number|null} [gain] Exposure gain
             * @property {number|null} [strobeUs] Exposure strobeUs
             * @property {boolean|null} [illuminatorOn] Exposure illuminatorOn
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Exposure.
             * @memberof alpr.v1
             * @interface IExposure
             * @augments alpr.v1.Exposure.$Properties
             * @deprecated Use alpr.v1.Exposure.$Properties instead.
             */

            /**
             * Shape of an Exposure.
             * @typedef {alpr.v1.Exposure.$Properties} alpr.v1.Exposure.$Shape
             */

            /**
             * Constructs a new Exposure.
             * @memberof alpr.v1
             * @classdesc Represents an Exposure.
             * @constructor
             * @param {alpr.v1.Exposure.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Exposure = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Exposure shutterUs.
             * @member {number|null} shutterUs
             * @memberof alpr.v1.Exposure
             * @instance
             */
            Exposure.prototype.shutterUs = null;

            /**
             * Exposure gain.
             * @member {number|null} gain
             * @memberof alpr.v1.Exposure
             * @instance
             */
            Exposure.prototype.gain = null;

            /**
             * Exposure strobeUs.
             * @member {number|null} strobeUs
             * @memberof alpr.v1.Exposure
             * @instance
             */
            Exposure.prototype.strobeUs = null;

            /**
             * Exposure illuminatorOn.
             * @member {boolean|null} illuminatorOn
             * @memberof alpr.v1.Exposure
             * @instance
             */
            Exposure.prototype.illuminatorOn = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Exposure.prototype, "_shutterUs", {
                get: $util.oneOfGetter($oneOfFields = ["shutterUs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Exposure.prototype, "_gain", {
                get: $util.oneOfGetter($oneOfFields = ["gain"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Exposure.prototype, "_strobeUs", {
                get: $util.oneOfGetter($oneOfFields = ["strobeUs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Exposure.prototype, "_illuminatorOn", {
                get: $util.oneOfGetter($oneOfFields = ["illuminatorOn"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Exposure message. Does not implicitly {@link alpr.v1.Exposure.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Exposure
             * @static
             * @param {alpr.v1.Exposure.$Properties} message Exposure message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Exposure.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shutterUs != null && $Object.hasOwnProperty.call(message, "shutterUs"))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.shutterUs);
                if (message.gain != null && $Object.hasOwnProperty.call(message, "gain"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.gain);
                if (message.strobeUs != null && $Object.hasOwnProperty.call(message, "strobeUs"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.strobeUs);
                if (message.illuminatorOn != null && $Object.hasOwnProperty.call(message, "illuminatorOn"))
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.illuminatorOn);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Exposure message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Exposure
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Exposure & alpr.v1.Exposure.$Shape} Exposure
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Exposure.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Exposure();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            message.shutterUs = reader.double();
                            message._shutterUs = "shutterUs";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.gain = reader.double();
                            message._gain = "gain";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.strobeUs = reader.double();
                            message._strobeUs = "strobeUs";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.illuminatorOn = reader.bool();
                            message._illuminatorOn = "illuminatorOn";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Exposure;
        })();

        v1.Look = (function() {

            /**
             * Properties of a Look.
             * @typedef {Object} alpr.v1.Look.$Properties
             * @property {Long} [frameSequence] Look frameSequence
             * @property {alpr.v1.Instant.$Properties} [exposedAt] Look exposedAt
             * @property {string} [plate] Look plate
             * @property {number} [confidence] Look confidence
             * @property {alpr.v1.Box.$Properties} [box] Look box
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Look.
             * @memberof alpr.v1
             * @interface ILook
             * @augments alpr.v1.Look.$Properties
             * @deprecated Use alpr.v1.Look.$Properties instead.
             */

            /**
             * Shape of a Look.
             * @typedef {alpr.v1.Look.$Properties} alpr.v1.Look.$Shape
             */

            /**
             * Constructs a new Look.
             * @memberof alpr.v1
             * @classdesc Represents a Look.
             * @constructor
             * @param {alpr.v1.Look.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Look = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Look frameSequence.
             * @member {Long} frameSequence
             * @memberof alpr.v1.Look
             * @instance
             */
            Look.prototype.frameSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Look exposedAt.
             * @member {alpr.v1.Instant} exposedAt
             * @memberof alpr.v1.Look
             * @instance
             */
            Look.prototype.exposedAt = null;

            /**
             * Look plate.
             * @member {string} plate
             * @memberof alpr.v1.Look
             * @instance
             */
            Look.prototype.plate = "";

            /**
             * Look confidence.
             * @member {number} confidence
             * @memberof alpr.v1.Look
             * @instance
             */
            Look.prototype.confidence = 0;

            /**
             * Look box.
             * @member {alpr.v1.Box} box
             * @memberof alpr.v1.Look
             * @instance
             */
            Look.prototype.box = null;

            /**
             * Encodes the specified Look message. Does not implicitly {@link alpr.v1.Look.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Look
             * @static
             * @param {alpr.v1.Look.$Properties} message Look message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Look.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.frameSequence != null && $Object.hasOwnProperty.call(message, "frameSequence") && (typeof message.frameSequence === "object" ? message.frameSequence.low || message.frameSequence.high : message.frameSequence !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.frameSequence);
                if (message.exposedAt != null && $Object.hasOwnProperty.call(message, "exposedAt"))
                    $root.alpr.v1.Instant.encode(message.exposedAt, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.plate != null && $Object.hasOwnProperty.call(message, "plate") && message.plate !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.plate);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 4, wireType 5 =*/37).float(message.confidence);
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    $root.alpr.v1.Box.encode(message.box, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Look message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Look
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Look & alpr.v1.Look.$Shape} Look
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Look.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Look();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.frameSequence = value;
                            else
                                delete message.frameSequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.exposedAt = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.exposedAt);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.plate = value;
                            else
                                delete message.plate;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.box = $root.alpr.v1.Box.decode(reader, reader.size(), $undefined, _depth + 1, message.box);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Look;
        })();

        v1.Vehicle = (function() {

            /**
             * Properties of a Vehicle.
             * @typedef {Object} alpr.v1.Vehicle.$Properties
             * @property {alpr.v1.VehicleAttribute.$Properties} [make] Vehicle make
             * @property {alpr.v1.VehicleAttribute.$Properties} [model] Vehicle model
             * @property {alpr.v1.VehicleAttribute.$Properties} [colour] Vehicle colour
             * @property {alpr.v1.VehicleAttribute.$Properties} [type] Vehicle type
             * @property {Array.<alpr.v1.VehicleAttribute.$Properties>} [identifiers] Vehicle identifiers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Vehicle.
             * @memberof alpr.v1
             * @interface IVehicle
             * @augments alpr.v1.Vehicle.$Properties
             * @deprecated Use alpr.v1.Vehicle.$Properties instead.
             */

            /**
             * Shape of a Vehicle.
             * @typedef {alpr.v1.Vehicle.$Properties} alpr.v1.Vehicle.$Shape
             */

            /**
             * Constructs a new Vehicle.
             * @memberof alpr.v1
             * @classdesc Represents a Vehicle.
             * @constructor
             * @param {alpr.v1.Vehicle.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Vehicle = function (properties) {
                this.identifiers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Vehicle make.
             * @member {alpr.v1.VehicleAttribute} make
             * @memberof alpr.v1.Vehicle
             * @instance
             */
            Vehicle.prototype.make = null;

            /**
             * Vehicle model.
             * @member {alpr.v1.VehicleAttribute} model
             * @memberof alpr.v1.Vehicle
             * @instance
             */
            Vehicle.prototype.model = null;

            /**
             * Vehicle colour.
             * @member {alpr.v1.VehicleAttribute} colour
             * @memberof alpr.v1.Vehicle
             * @instance
             */
            Vehicle.prototype.colour = null;

            /**
             * Vehicle type.
             * @member {alpr.v1.VehicleAttribute} type
             * @memberof alpr.v1.Vehicle
             * @instance
             */
            Vehicle.prototype.type = null;

            /**
             * Vehicle identifiers.
             * @member {Array.<alpr.v1.VehicleAttribute>} identifiers
             * @memberof alpr.v1.Vehicle
             * @instance
             */
            Vehicle.prototype.identifiers = $util.emptyArray;

            /**
             * Encodes the specified Vehicle message. Does not implicitly {@link alpr.v1.Vehicle.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Vehicle
             * @static
             * @param {alpr.v1.Vehicle.$Properties} message Vehicle message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Vehicle.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.make != null && $Object.hasOwnProperty.call(message, "make"))
                    $root.alpr.v1.VehicleAttribute.encode(message.make, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    $root.alpr.v1.VehicleAttribute.encode(message.model, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.colour != null && $Object.hasOwnProperty.call(message, "colour"))
                    $root.alpr.v1.VehicleAttribute.encode(message.colour, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    $root.alpr.v1.VehicleAttribute.encode(message.type, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.identifiers != null && message.identifiers.length)
                    for (let i = 0; i < message.identifiers.length; ++i)
                        $root.alpr.v1.VehicleAttribute.encode(message.identifiers[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Vehicle message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Vehicle
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Vehicle & alpr.v1.Vehicle.$Shape} Vehicle
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Vehicle.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Vehicle();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.make = $root.alpr.v1.VehicleAttribute.decode(reader, reader.size(), $undefined, _depth + 1, message.make);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.model = $root.alpr.v1.VehicleAttribute.decode(reader, reader.size(), $undefined, _depth + 1, message.model);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.colour = $root.alpr.v1.VehicleAttribute.decode(reader, reader.size(), $undefined, _depth + 1, message.colour);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.type = $root.alpr.v1.VehicleAttribute.decode(reader, reader.size(), $undefined, _depth + 1, message.type);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.identifiers && message.identifiers.length))
                                message.identifiers = [];
                            message.identifiers.push($root.alpr.v1.VehicleAttribute.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Vehicle;
        })();

        v1.VehicleAttribute = (function() {

            /**
             * Properties of a VehicleAttribute.
             * @typedef {Object} alpr.v1.VehicleAttribute.$Properties
             * @property {string} [value] VehicleAttribute value
             * @property {number} [confidence] VehicleAttribute confidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VehicleAttribute.
             * @memberof alpr.v1
             * @interface IVehicleAttribute
             * @augments alpr.v1.VehicleAttribute.$Properties
             * @deprecated Use alpr.v1.VehicleAttribute.$Properties instead.
             */

            /**
             * Shape of a VehicleAttribute.
             * @typedef {alpr.v1.VehicleAttribute.$Properties} alpr.v1.VehicleAttribute.$Shape
             */

            /**
             * Constructs a new VehicleAttribute.
             * @memberof alpr.v1
             * @classdesc Represents a VehicleAttribute.
             * @constructor
             * @param {alpr.v1.VehicleAttribute.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VehicleAttribute = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VehicleAttribute value.
             * @member {string} value
             * @memberof alpr.v1.VehicleAttribute
             * @instance
             */
            VehicleAttribute.prototype.value = "";

            /**
             * VehicleAttribute confidence.
             * @member {number} confidence
             * @memberof alpr.v1.VehicleAttribute
             * @instance
             */
            VehicleAttribute.prototype.confidence = 0;

            /**
             * Encodes the specified VehicleAttribute message. Does not implicitly {@link alpr.v1.VehicleAttribute.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.VehicleAttribute
             * @static
             * @param {alpr.v1.VehicleAttribute.$Properties} message VehicleAttribute message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VehicleAttribute.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.value);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.confidence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VehicleAttribute message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.VehicleAttribute
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.VehicleAttribute & alpr.v1.VehicleAttribute.$Shape} VehicleAttribute
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VehicleAttribute.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.VehicleAttribute();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return VehicleAttribute;
        })();

        /**
         * CameraCondition enum.
         * @name alpr.v1.CameraCondition
         * @enum {number}
         * @property {number} CAMERA_CONDITION_UNSPECIFIED=0 CAMERA_CONDITION_UNSPECIFIED value
         * @property {number} CAMERA_CONDITION_DELIVERING=1 CAMERA_CONDITION_DELIVERING value
         * @property {number} CAMERA_CONDITION_OPENING=2 CAMERA_CONDITION_OPENING value
         * @property {number} CAMERA_CONDITION_FAILED=3 CAMERA_CONDITION_FAILED value
         * @property {number} CAMERA_CONDITION_ENDED=4 CAMERA_CONDITION_ENDED value
         */
        v1.CameraCondition = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CAMERA_CONDITION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CAMERA_CONDITION_DELIVERING"] = 1;
            values[valuesById[2] = "CAMERA_CONDITION_OPENING"] = 2;
            values[valuesById[3] = "CAMERA_CONDITION_FAILED"] = 3;
            values[valuesById[4] = "CAMERA_CONDITION_ENDED"] = 4;
            return values;
        })();

        v1.Health = (function() {

            /**
             * Properties of a Health.
             * @typedef {Object} alpr.v1.Health.$Properties
             * @property {alpr.v1.Origin.$Properties} [origin] Health origin
             * @property {alpr.v1.Instant.$Properties} [at] Health at
             * @property {Long} [uptimeMs] Health uptimeMs
             * @property {string} [softwareVersion] Health softwareVersion
             * @property {Array.<alpr.v1.StageTally.$Properties>} [stages] Health stages
             * @property {alpr.v1.Memory.$Properties} [memory] Health memory
             * @property {alpr.v1.Backlog.$Properties} [backlog] Health backlog
             * @property {alpr.v1.Place.$Properties} [place] Health place
             * @property {Array.<alpr.v1.CameraHealth.$Properties>} [cameras] Health cameras
             * @property {Array.<alpr.v1.CurrentFault.$Properties>} [faults] Health faults
             * @property {alpr.v1.FramePoolHealth.$Properties} [framePool] Health framePool
             * @property {alpr.v1.MainThread.$Properties} [mainThread] Health mainThread
             * @property {alpr.v1.Sequencer.$Properties} [sequencer] Health sequencer
             * @property {alpr.v1.Warmth.$Properties} [warmth] Health warmth
             * @property {Array.<alpr.v1.Misread.$Properties>} [misreads] Health misreads
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Health.
             * @memberof alpr.v1
             * @interface IHealth
             * @augments alpr.v1.Health.$Properties
             * @deprecated Use alpr.v1.Health.$Properties instead.
             */

            /**
             * Shape of a Health.
             * @typedef {alpr.v1.Health.$Properties} alpr.v1.Health.$Shape
             */

            /**
             * Constructs a new Health.
             * @memberof alpr.v1
             * @classdesc Represents a Health.
             * @constructor
             * @param {alpr.v1.Health.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Health = function (properties) {
                this.stages = [];
                this.cameras = [];
                this.faults = [];
                this.misreads = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Health origin.
             * @member {alpr.v1.Origin} origin
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.origin = null;

            /**
             * Health at.
             * @member {alpr.v1.Instant} at
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.at = null;

            /**
             * Health uptimeMs.
             * @member {Long} uptimeMs
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.uptimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Health softwareVersion.
             * @member {string} softwareVersion
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.softwareVersion = "";

            /**
             * Health stages.
             * @member {Array.<alpr.v1.StageTally>} stages
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.stages = $util.emptyArray;

            /**
             * Health memory.
             * @member {alpr.v1.Memory} memory
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.memory = null;

            /**
             * Health backlog.
             * @member {alpr.v1.Backlog} backlog
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.backlog = null;

            /**
             * Health place.
             * @member {alpr.v1.Place} place
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.place = null;

            /**
             * Health cameras.
             * @member {Array.<alpr.v1.CameraHealth>} cameras
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.cameras = $util.emptyArray;

            /**
             * Health faults.
             * @member {Array.<alpr.v1.CurrentFault>} faults
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.faults = $util.emptyArray;

            /**
             * Health framePool.
             * @member {alpr.v1.FramePoolHealth} framePool
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.framePool = null;

            /**
             * Health mainThread.
             * @member {alpr.v1.MainThread} mainThread
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.mainThread = null;

            /**
             * Health sequencer.
             * @member {alpr.v1.Sequencer} sequencer
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.sequencer = null;

            /**
             * Health warmth.
             * @member {alpr.v1.Warmth} warmth
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.warmth = null;

            /**
             * Health misreads.
             * @member {Array.<alpr.v1.Misread>} misreads
             * @memberof alpr.v1.Health
             * @instance
             */
            Health.prototype.misreads = $util.emptyArray;

            /**
             * Encodes the specified Health message. Does not implicitly {@link alpr.v1.Health.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Health
             * @static
             * @param {alpr.v1.Health.$Properties} message Health message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Health.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.alpr.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    $root.alpr.v1.Instant.encode(message.at, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.uptimeMs != null && $Object.hasOwnProperty.call(message, "uptimeMs") && (typeof message.uptimeMs === "object" ? message.uptimeMs.low || message.uptimeMs.high : message.uptimeMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.uptimeMs);
                if (message.softwareVersion != null && $Object.hasOwnProperty.call(message, "softwareVersion") && message.softwareVersion !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.softwareVersion);
                if (message.stages != null && message.stages.length)
                    for (let i = 0; i < message.stages.length; ++i)
                        $root.alpr.v1.StageTally.encode(message.stages[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.memory != null && $Object.hasOwnProperty.call(message, "memory"))
                    $root.alpr.v1.Memory.encode(message.memory, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.backlog != null && $Object.hasOwnProperty.call(message, "backlog"))
                    $root.alpr.v1.Backlog.encode(message.backlog, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.place != null && $Object.hasOwnProperty.call(message, "place"))
                    $root.alpr.v1.Place.encode(message.place, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.cameras != null && message.cameras.length)
                    for (let i = 0; i < message.cameras.length; ++i)
                        $root.alpr.v1.CameraHealth.encode(message.cameras[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.faults != null && message.faults.length)
                    for (let i = 0; i < message.faults.length; ++i)
                        $root.alpr.v1.CurrentFault.encode(message.faults[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.framePool != null && $Object.hasOwnProperty.call(message, "framePool"))
                    $root.alpr.v1.FramePoolHealth.encode(message.framePool, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.mainThread != null && $Object.hasOwnProperty.call(message, "mainThread"))
                    $root.alpr.v1.MainThread.encode(message.mainThread, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.sequencer != null && $Object.hasOwnProperty.call(message, "sequencer"))
                    $root.alpr.v1.Sequencer.encode(message.sequencer, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.warmth != null && $Object.hasOwnProperty.call(message, "warmth"))
                    $root.alpr.v1.Warmth.encode(message.warmth, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.misreads != null && message.misreads.length)
                    for (let i = 0; i < message.misreads.length; ++i)
                        $root.alpr.v1.Misread.encode(message.misreads[i], writer.uint32(/* id 30, wireType 2 =*/242).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Health message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Health
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Health & alpr.v1.Health.$Shape} Health
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Health.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Health();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.alpr.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.at = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.uptimeMs = value;
                            else
                                delete message.uptimeMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.softwareVersion = value;
                            else
                                delete message.softwareVersion;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.stages && message.stages.length))
                                message.stages = [];
                            message.stages.push($root.alpr.v1.StageTally.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.memory = $root.alpr.v1.Memory.decode(reader, reader.size(), $undefined, _depth + 1, message.memory);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.backlog = $root.alpr.v1.Backlog.decode(reader, reader.size(), $undefined, _depth + 1, message.backlog);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.place = $root.alpr.v1.Place.decode(reader, reader.size(), $undefined, _depth + 1, message.place);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.cameras && message.cameras.length))
                                message.cameras = [];
                            message.cameras.push($root.alpr.v1.CameraHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.faults && message.faults.length))
                                message.faults = [];
                            message.faults.push($root.alpr.v1.CurrentFault.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.framePool = $root.alpr.v1.FramePoolHealth.decode(reader, reader.size(), $undefined, _depth + 1, message.framePool);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.mainThread = $root.alpr.v1.MainThread.decode(reader, reader.size(), $undefined, _depth + 1, message.mainThread);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.sequencer = $root.alpr.v1.Sequencer.decode(reader, reader.size(), $undefined, _depth + 1, message.sequencer);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.warmth = $root.alpr.v1.Warmth.decode(reader, reader.size(), $undefined, _depth + 1, message.warmth);
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            if (!(message.misreads && message.misreads.length))
                                message.misreads = [];
                            message.misreads.push($root.alpr.v1.Misread.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Health;
        })();

        v1.Misread = (function() {

            /**
             * Properties of a Misread.
             * @typedef {Object} alpr.v1.Misread.$Properties
             * @property {string} [read] Misread read
             * @property {string} [truly] Misread truly
             * @property {number} [count] Misread count
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Misread.
             * @memberof alpr.v1
             * @interface IMisread
             * @augments alpr.v1.Misread.$Properties
             * @deprecated Use alpr.v1.Misread.$Properties instead.
             */

            /**
             * Shape of a Misread.
             * @typedef {alpr.v1.Misread.$Properties} alpr.v1.Misread.$Shape
             */

            /**
             * Constructs a new Misread.
             * @memberof alpr.v1
             * @classdesc Represents a Misread.
             * @constructor
             * @param {alpr.v1.Misread.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Misread = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Misread read.
             * @member {string} read
             * @memberof alpr.v1.Misread
             * @instance
             */
            Misread.prototype.read = "";

            /**
             * Misread truly.
             * @member {string} truly
             * @memberof alpr.v1.Misread
             * @instance
             */
            Misread.prototype.truly = "";

            /**
             * Misread count.
             * @member {number} count
             * @memberof alpr.v1.Misread
             * @instance
             */
            Misread.prototype.count = 0;

            /**
             * Encodes the specified Misread message. Does not implicitly {@link alpr.v1.Misread.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Misread
             * @static
             * @param {alpr.v1.Misread.$Properties} message Misread message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Misread.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.read != null && $Object.hasOwnProperty.call(message, "read") && message.read !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.read);
                if (message.truly != null && $Object.hasOwnProperty.call(message, "truly") && message.truly !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.truly);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.count);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Misread message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Misread
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Misread & alpr.v1.Misread.$Shape} Misread
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Misread.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Misread();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.read = value;
                            else
                                delete message.read;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.truly = value;
                            else
                                delete message.truly;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Misread;
        })();

        v1.StageTally = (function() {

            /**
             * Properties of a StageTally.
             * @typedef {Object} alpr.v1.StageTally.$Properties
             * @property {string} [stage] StageTally stage
             * @property {Long} [itemsIn] StageTally itemsIn
             * @property {Long} [itemsOut] StageTally itemsOut
             * @property {Long} [itemsHeld] StageTally itemsHeld
             * @property {Array.<alpr.v1.Drop.$Properties>} [drops] StageTally drops
             * @property {number} [cpuMs] StageTally cpuMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StageTally.
             * @memberof alpr.v1
             * @interface IStageTally
             * @augments alpr.v1.StageTally.$Properties
             * @deprecated Use alpr.v1.StageTally.$Properties instead.
             */

            /**
             * Shape of a StageTally.
             * @typedef {alpr.v1.StageTally.$Properties} alpr.v1.StageTally.$Shape
             */

            /**
             * Constructs a new StageTally.
             * @memberof alpr.v1
             * @classdesc Represents a StageTally.
             * @constructor
             * @param {alpr.v1.StageTally.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StageTally = function (properties) {
                this.drops = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StageTally stage.
             * @member {string} stage
             * @memberof alpr.v1.StageTally
             * @instance
             */
            StageTally.prototype.stage = "";

            /**
             * StageTally itemsIn.
             * @member {Long} itemsIn
             * @memberof alpr.v1.StageTally
             * @instance
             */
            StageTally.prototype.itemsIn = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StageTally itemsOut.
             * @member {Long} itemsOut
             * @memberof alpr.v1.StageTally
             * @instance
             */
            StageTally.prototype.itemsOut = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StageTally itemsHeld.
             * @member {Long} itemsHeld
             * @memberof alpr.v1.StageTally
             * @instance
             */
            StageTally.prototype.itemsHeld = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StageTally drops.
             * @member {Array.<alpr.v1.Drop>} drops
             * @memberof alpr.v1.StageTally
             * @instance
             */
            StageTally.prototype.drops = $util.emptyArray;

            /**
             * StageTally cpuMs.
             * @member {number} cpuMs
             * @memberof alpr.v1.StageTally
             * @instance
             */
            StageTally.prototype.cpuMs = 0;

            /**
             * Encodes the specified StageTally message. Does not implicitly {@link alpr.v1.StageTally.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.StageTally
             * @static
             * @param {alpr.v1.StageTally.$Properties} message StageTally message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StageTally.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.stage);
                if (message.itemsIn != null && $Object.hasOwnProperty.call(message, "itemsIn") && (typeof message.itemsIn === "object" ? message.itemsIn.low || message.itemsIn.high : message.itemsIn !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.itemsIn);
                if (message.itemsOut != null && $Object.hasOwnProperty.call(message, "itemsOut") && (typeof message.itemsOut === "object" ? message.itemsOut.low || message.itemsOut.high : message.itemsOut !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.itemsOut);
                if (message.itemsHeld != null && $Object.hasOwnProperty.call(message, "itemsHeld") && (typeof message.itemsHeld === "object" ? message.itemsHeld.low || message.itemsHeld.high : message.itemsHeld !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.itemsHeld);
                if (message.drops != null && message.drops.length)
                    for (let i = 0; i < message.drops.length; ++i)
                        $root.alpr.v1.Drop.encode(message.drops[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.cpuMs != null && $Object.hasOwnProperty.call(message, "cpuMs") && !$Object.is(message.cpuMs, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.cpuMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StageTally message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.StageTally
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.StageTally & alpr.v1.StageTally.$Shape} StageTally
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StageTally.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.StageTally();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stage = value;
                            else
                                delete message.stage;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.itemsIn = value;
                            else
                                delete message.itemsIn;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.itemsOut = value;
                            else
                                delete message.itemsOut;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.itemsHeld = value;
                            else
                                delete message.itemsHeld;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.drops && message.drops.length))
                                message.drops = [];
                            message.drops.push($root.alpr.v1.Drop.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.cpuMs = value;
                            else
                                delete message.cpuMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StageTally;
        })();

        v1.Drop = (function() {

            /**
             * Properties of a Drop.
             * @typedef {Object} alpr.v1.Drop.$Properties
             * @property {string} [reason] Drop reason
             * @property {Long} [items] Drop items
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Drop.
             * @memberof alpr.v1
             * @interface IDrop
             * @augments alpr.v1.Drop.$Properties
             * @deprecated Use alpr.v1.Drop.$Properties instead.
             */

            /**
             * Shape of a Drop.
             * @typedef {alpr.v1.Drop.$Properties} alpr.v1.Drop.$Shape
             */

            /**
             * Constructs a new Drop.
             * @memberof alpr.v1
             * @classdesc Represents a Drop.
             * @constructor
             * @param {alpr.v1.Drop.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Drop = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Drop reason.
             * @member {string} reason
             * @memberof alpr.v1.Drop
             * @instance
             */
            Drop.prototype.reason = "";

            /**
             * Drop items.
             * @member {Long} items
             * @memberof alpr.v1.Drop
             * @instance
             */
            Drop.prototype.items = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified Drop message. Does not implicitly {@link alpr.v1.Drop.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Drop
             * @static
             * @param {alpr.v1.Drop.$Properties} message Drop message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Drop.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                if (message.items != null && $Object.hasOwnProperty.call(message, "items") && (typeof message.items === "object" ? message.items.low || message.items.high : message.items !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.items);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Drop message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Drop
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Drop & alpr.v1.Drop.$Shape} Drop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Drop.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Drop();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.items = value;
                            else
                                delete message.items;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Drop;
        })();

        v1.Memory = (function() {

            /**
             * Properties of a Memory.
             * @typedef {Object} alpr.v1.Memory.$Properties
             * @property {Long} [residentBytes] Memory residentBytes
             * @property {Long} [heapUsedBytes] Memory heapUsedBytes
             * @property {Long} [externalBytes] Memory externalBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Memory.
             * @memberof alpr.v1
             * @interface IMemory
             * @augments alpr.v1.Memory.$Properties
             * @deprecated Use alpr.v1.Memory.$Properties instead.
             */

            /**
             * Shape of a Memory.
             * @typedef {alpr.v1.Memory.$Properties} alpr.v1.Memory.$Shape
             */

            /**
             * Constructs a new Memory.
             * @memberof alpr.v1
             * @classdesc Represents a Memory.
             * @constructor
             * @param {alpr.v1.Memory.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Memory = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Memory residentBytes.
             * @member {Long} residentBytes
             * @memberof alpr.v1.Memory
             * @instance
             */
            Memory.prototype.residentBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Memory heapUsedBytes.
             * @member {Long} heapUsedBytes
             * @memberof alpr.v1.Memory
             * @instance
             */
            Memory.prototype.heapUsedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Memory externalBytes.
             * @member {Long} externalBytes
             * @memberof alpr.v1.Memory
             * @instance
             */
            Memory.prototype.externalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified Memory message. Does not implicitly {@link alpr.v1.Memory.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Memory
             * @static
             * @param {alpr.v1.Memory.$Properties} message Memory message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Memory.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.residentBytes != null && $Object.hasOwnProperty.call(message, "residentBytes") && (typeof message.residentBytes === "object" ? message.residentBytes.low || message.residentBytes.high : message.residentBytes !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.residentBytes);
                if (message.heapUsedBytes != null && $Object.hasOwnProperty.call(message, "heapUsedBytes") && (typeof message.heapUsedBytes === "object" ? message.heapUsedBytes.low || message.heapUsedBytes.high : message.heapUsedBytes !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.heapUsedBytes);
                if (message.externalBytes != null && $Object.hasOwnProperty.call(message, "externalBytes") && (typeof message.externalBytes === "object" ? message.externalBytes.low || message.externalBytes.high : message.externalBytes !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.externalBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Memory message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Memory
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Memory & alpr.v1.Memory.$Shape} Memory
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Memory.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Memory();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.residentBytes = value;
                            else
                                delete message.residentBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.heapUsedBytes = value;
                            else
                                delete message.heapUsedBytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.externalBytes = value;
                            else
                                delete message.externalBytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Memory;
        })();

        v1.Backlog = (function() {

            /**
             * Properties of a Backlog.
             * @typedef {Object} alpr.v1.Backlog.$Properties
             * @property {Long} [messages] Backlog messages
             * @property {Long|null} [oldestEpochUs] Backlog oldestEpochUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Backlog.
             * @memberof alpr.v1
             * @interface IBacklog
             * @augments alpr.v1.Backlog.$Properties
             * @deprecated Use alpr.v1.Backlog.$Properties instead.
             */

            /**
             * Shape of a Backlog.
             * @typedef {alpr.v1.Backlog.$Properties} alpr.v1.Backlog.$Shape
             */

            /**
             * Constructs a new Backlog.
             * @memberof alpr.v1
             * @classdesc Represents a Backlog.
             * @constructor
             * @param {alpr.v1.Backlog.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Backlog = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Backlog messages.
             * @member {Long} messages
             * @memberof alpr.v1.Backlog
             * @instance
             */
            Backlog.prototype.messages = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Backlog oldestEpochUs.
             * @member {Long|null} oldestEpochUs
             * @memberof alpr.v1.Backlog
             * @instance
             */
            Backlog.prototype.oldestEpochUs = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Backlog.prototype, "_oldestEpochUs", {
                get: $util.oneOfGetter($oneOfFields = ["oldestEpochUs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Backlog message. Does not implicitly {@link alpr.v1.Backlog.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Backlog
             * @static
             * @param {alpr.v1.Backlog.$Properties} message Backlog message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Backlog.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages") && (typeof message.messages === "object" ? message.messages.low || message.messages.high : message.messages !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.messages);
                if (message.oldestEpochUs != null && $Object.hasOwnProperty.call(message, "oldestEpochUs"))
                    writer.uint32(/* id 2, wireType 0 =*/16).int64(message.oldestEpochUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Backlog message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Backlog
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Backlog & alpr.v1.Backlog.$Shape} Backlog
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Backlog.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Backlog();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.messages = value;
                            else
                                delete message.messages;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.oldestEpochUs = reader.int64();
                            message._oldestEpochUs = "oldestEpochUs";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Backlog;
        })();

        v1.CameraHealth = (function() {

            /**
             * Properties of a CameraHealth.
             * @typedef {Object} alpr.v1.CameraHealth.$Properties
             * @property {string} [camera] CameraHealth camera
             * @property {alpr.v1.CameraCondition} [condition] CameraHealth condition
             * @property {number|null} [rateHz] CameraHealth rateHz
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CameraHealth.
             * @memberof alpr.v1
             * @interface ICameraHealth
             * @augments alpr.v1.CameraHealth.$Properties
             * @deprecated Use alpr.v1.CameraHealth.$Properties instead.
             */

            /**
             * Shape of a CameraHealth.
             * @typedef {alpr.v1.CameraHealth.$Properties} alpr.v1.CameraHealth.$Shape
             */

            /**
             * Constructs a new CameraHealth.
             * @memberof alpr.v1
             * @classdesc Represents a CameraHealth.
             * @constructor
             * @param {alpr.v1.CameraHealth.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CameraHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CameraHealth camera.
             * @member {string} camera
             * @memberof alpr.v1.CameraHealth
             * @instance
             */
            CameraHealth.prototype.camera = "";

            /**
             * CameraHealth condition.
             * @member {alpr.v1.CameraCondition} condition
             * @memberof alpr.v1.CameraHealth
             * @instance
             */
            CameraHealth.prototype.condition = 0;

            /**
             * CameraHealth rateHz.
             * @member {number|null} rateHz
             * @memberof alpr.v1.CameraHealth
             * @instance
             */
            CameraHealth.prototype.rateHz = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CameraHealth.prototype, "_rateHz", {
                get: $util.oneOfGetter($oneOfFields = ["rateHz"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified CameraHealth message. Does not implicitly {@link alpr.v1.CameraHealth.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.CameraHealth
             * @static
             * @param {alpr.v1.CameraHealth.$Properties} message CameraHealth message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CameraHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.camera != null && $Object.hasOwnProperty.call(message, "camera") && message.camera !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.camera);
                if (message.condition != null && $Object.hasOwnProperty.call(message, "condition") && message.condition !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.condition);
                if (message.rateHz != null && $Object.hasOwnProperty.call(message, "rateHz"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.rateHz);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CameraHealth message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.CameraHealth
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.CameraHealth & alpr.v1.CameraHealth.$Shape} CameraHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CameraHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.CameraHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.camera = value;
                            else
                                delete message.camera;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.condition = value;
                            else
                                delete message.condition;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.rateHz = reader.double();
                            message._rateHz = "rateHz";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CameraHealth;
        })();

        v1.FramePoolHealth = (function() {

            /**
             * Properties of a FramePoolHealth.
             * @typedef {Object} alpr.v1.FramePoolHealth.$Properties
             * @property {number} [slots] FramePoolHealth slots
             * @property {number} [freeSlots] FramePoolHealth freeSlots
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a FramePoolHealth.
             * @memberof alpr.v1
             * @interface IFramePoolHealth
             * @augments alpr.v1.FramePoolHealth.$Properties
             * @deprecated Use alpr.v1.FramePoolHealth.$Properties instead.
             */

            /**
             * Shape of a FramePoolHealth.
             * @typedef {alpr.v1.FramePoolHealth.$Properties} alpr.v1.FramePoolHealth.$Shape
             */

            /**
             * Constructs a new FramePoolHealth.
             * @memberof alpr.v1
             * @classdesc Represents a FramePoolHealth.
             * @constructor
             * @param {alpr.v1.FramePoolHealth.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const FramePoolHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * FramePoolHealth slots.
             * @member {number} slots
             * @memberof alpr.v1.FramePoolHealth
             * @instance
             */
            FramePoolHealth.prototype.slots = 0;

            /**
             * FramePoolHealth freeSlots.
             * @member {number} freeSlots
             * @memberof alpr.v1.FramePoolHealth
             * @instance
             */
            FramePoolHealth.prototype.freeSlots = 0;

            /**
             * Encodes the specified FramePoolHealth message. Does not implicitly {@link alpr.v1.FramePoolHealth.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.FramePoolHealth
             * @static
             * @param {alpr.v1.FramePoolHealth.$Properties} message FramePoolHealth message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FramePoolHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slots != null && $Object.hasOwnProperty.call(message, "slots") && message.slots !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.slots);
                if (message.freeSlots != null && $Object.hasOwnProperty.call(message, "freeSlots") && message.freeSlots !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.freeSlots);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a FramePoolHealth message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.FramePoolHealth
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.FramePoolHealth & alpr.v1.FramePoolHealth.$Shape} FramePoolHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FramePoolHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.FramePoolHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slots = value;
                            else
                                delete message.slots;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.freeSlots = value;
                            else
                                delete message.freeSlots;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FramePoolHealth;
        })();

        v1.MainThread = (function() {

            /**
             * Properties of a MainThread.
             * @typedef {Object} alpr.v1.MainThread.$Properties
             * @property {number} [lagP99Ms] MainThread lagP99Ms
             * @property {number} [lagMaxMs] MainThread lagMaxMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MainThread.
             * @memberof alpr.v1
             * @interface IMainThread
             * @augments alpr.v1.MainThread.$Properties
             * @deprecated Use alpr.v1.MainThread.$Properties instead.
             */

            /**
             * Shape of a MainThread.
             * @typedef {alpr.v1.MainThread.$Properties} alpr.v1.MainThread.$Shape
             */

            /**
             * Constructs a new MainThread.
             * @memberof alpr.v1
             * @classdesc Represents a MainThread.
             * @constructor
             * @param {alpr.v1.MainThread.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MainThread = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MainThread lagP99Ms.
             * @member {number} lagP99Ms
             * @memberof alpr.v1.MainThread
             * @instance
             */
            MainThread.prototype.lagP99Ms = 0;

            /**
             * MainThread lagMaxMs.
             * @member {number} lagMaxMs
             * @memberof alpr.v1.MainThread
             * @instance
             */
            MainThread.prototype.lagMaxMs = 0;

            /**
             * Encodes the specified MainThread message. Does not implicitly {@link alpr.v1.MainThread.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.MainThread
             * @static
             * @param {alpr.v1.MainThread.$Properties} message MainThread message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MainThread.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lagP99Ms != null && $Object.hasOwnProperty.call(message, "lagP99Ms") && !$Object.is(message.lagP99Ms, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.lagP99Ms);
                if (message.lagMaxMs != null && $Object.hasOwnProperty.call(message, "lagMaxMs") && !$Object.is(message.lagMaxMs, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.lagMaxMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MainThread message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.MainThread
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.MainThread & alpr.v1.MainThread.$Shape} MainThread
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MainThread.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.MainThread();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lagP99Ms = value;
                            else
                                delete message.lagP99Ms;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lagMaxMs = value;
                            else
                                delete message.lagMaxMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MainThread;
        })();

        v1.Warmth = (function() {

            /**
             * Properties of a Warmth.
             * @typedef {Object} alpr.v1.Warmth.$Properties
             * @property {number} [celsius] Warmth celsius
             * @property {boolean} [throttled] Warmth throttled
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Warmth.
             * @memberof alpr.v1
             * @interface IWarmth
             * @augments alpr.v1.Warmth.$Properties
             * @deprecated Use alpr.v1.Warmth.$Properties instead.
             */

            /**
             * Shape of a Warmth.
             * @typedef {alpr.v1.Warmth.$Properties} alpr.v1.Warmth.$Shape
             */

            /**
             * Constructs a new Warmth.
             * @memberof alpr.v1
             * @classdesc Represents a Warmth.
             * @constructor
             * @param {alpr.v1.Warmth.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Warmth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Warmth celsius.
             * @member {number} celsius
             * @memberof alpr.v1.Warmth
             * @instance
             */
            Warmth.prototype.celsius = 0;

            /**
             * Warmth throttled.
             * @member {boolean} throttled
             * @memberof alpr.v1.Warmth
             * @instance
             */
            Warmth.prototype.throttled = false;

            /**
             * Encodes the specified Warmth message. Does not implicitly {@link alpr.v1.Warmth.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Warmth
             * @static
             * @param {alpr.v1.Warmth.$Properties} message Warmth message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Warmth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.celsius != null && $Object.hasOwnProperty.call(message, "celsius") && !$Object.is(message.celsius, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.celsius);
                if (message.throttled != null && $Object.hasOwnProperty.call(message, "throttled") && message.throttled !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.throttled);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Warmth message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Warmth
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Warmth & alpr.v1.Warmth.$Shape} Warmth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Warmth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Warmth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.celsius = value;
                            else
                                delete message.celsius;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.throttled = value;
                            else
                                delete message.throttled;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Warmth;
        })();

        v1.Sequencer = (function() {

            /**
             * Properties of a Sequencer.
             * @typedef {Object} alpr.v1.Sequencer.$Properties
             * @property {Long} [cycles] Sequencer cycles
             * @property {Long} [skipped] Sequencer skipped
             * @property {Long} [withheld] Sequencer withheld
             * @property {number} [longestStrobeUs] Sequencer longestStrobeUs
             * @property {boolean} [realtime] Sequencer realtime
             * @property {boolean} [memoryLocked] Sequencer memoryLocked
             * @property {Array.<Long>} [edgesByLateness] Sequencer edgesByLateness
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Sequencer.
             * @memberof alpr.v1
             * @interface ISequencer
             * @augments alpr.v1.Sequencer.$Properties
             * @deprecated Use alpr.v1.Sequencer.$Properties instead.
             */

            /**
             * Shape of a Sequencer.
             * @typedef {alpr.v1.Sequencer.$Properties} alpr.v1.Sequencer.$Shape
             */

            /**
             * Constructs a new Sequencer.
             * @memberof alpr.v1
             * @classdesc Represents a Sequencer.
             * @constructor
             * @param {alpr.v1.Sequencer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Sequencer = function (properties) {
                this.edgesByLateness = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Sequencer cycles.
             * @member {Long} cycles
             * @memberof alpr.v1.Sequencer
             * @instance
             */
            Sequencer.prototype.cycles = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Sequencer skipped.
             * @member {Long} skipped
             * @memberof alpr.v1.Sequencer
             * @instance
             */
            Sequencer.prototype.skipped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Sequencer withheld.
             * @member {Long} withheld
             * @memberof alpr.v1.Sequencer
             * @instance
             */
            Sequencer.prototype.withheld = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Sequencer longestStrobeUs.
             * @member {number} longestStrobeUs
             * @memberof alpr.v1.Sequencer
             * @instance
             */
            Sequencer.prototype.longestStrobeUs = 0;

            /**
             * Sequencer realtime.
             * @member {boolean} realtime
             * @memberof alpr.v1.Sequencer
             * @instance
             */
            Sequencer.prototype.realtime = false;

            /**
             * Sequencer memoryLocked.
             * @member {boolean} memoryLocked
             * @memberof alpr.v1.Sequencer
             * @instance
             */
            Sequencer.prototype.memoryLocked = false;

            /**
             * Sequencer edgesByLateness.
             * @member {Array.<Long>} edgesByLateness
             * @memberof alpr.v1.Sequencer
             * @instance
             */
            Sequencer.prototype.edgesByLateness = $util.emptyArray;

            /**
             * Encodes the specified Sequencer message. Does not implicitly {@link alpr.v1.Sequencer.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.Sequencer
             * @static
             * @param {alpr.v1.Sequencer.$Properties} message Sequencer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Sequencer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cycles != null && $Object.hasOwnProperty.call(message, "cycles") && (typeof message.cycles === "object" ? message.cycles.low || message.cycles.high : message.cycles !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.cycles);
                if (message.skipped != null && $Object.hasOwnProperty.call(message, "skipped") && (typeof message.skipped === "object" ? message.skipped.low || message.skipped.high : message.skipped !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.skipped);
                if (message.withheld != null && $Object.hasOwnProperty.call(message, "withheld") && (typeof message.withheld === "object" ? message.withheld.low || message.withheld.high : message.withheld !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.withheld);
                if (message.longestStrobeUs != null && $Object.hasOwnProperty.call(message, "longestStrobeUs") && !$Object.is(message.longestStrobeUs, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.longestStrobeUs);
                if (message.realtime != null && $Object.hasOwnProperty.call(message, "realtime") && message.realtime !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.realtime);
                if (message.memoryLocked != null && $Object.hasOwnProperty.call(message, "memoryLocked") && message.memoryLocked !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.memoryLocked);
                if (message.edgesByLateness != null && message.edgesByLateness.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint64s(message.edgesByLateness);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Sequencer message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.Sequencer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.Sequencer & alpr.v1.Sequencer.$Shape} Sequencer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Sequencer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.Sequencer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.cycles = value;
                            else
                                delete message.cycles;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.skipped = value;
                            else
                                delete message.skipped;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.withheld = value;
                            else
                                delete message.withheld;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.longestStrobeUs = value;
                            else
                                delete message.longestStrobeUs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.realtime = value;
                            else
                                delete message.realtime;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.memoryLocked = value;
                            else
                                delete message.memoryLocked;
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.edgesByLateness && message.edgesByLateness.length))
                                    message.edgesByLateness = [];
                                reader.uint64s(message.edgesByLateness);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.edgesByLateness && message.edgesByLateness.length))
                                message.edgesByLateness = [];
                            message.edgesByLateness.push(reader.uint64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Sequencer;
        })();

        v1.CurrentFault = (function() {

            /**
             * Properties of a CurrentFault.
             * @typedef {Object} alpr.v1.CurrentFault.$Properties
             * @property {string} [code] CurrentFault code
             * @property {string} [meaning] CurrentFault meaning
             * @property {string} [remedy] CurrentFault remedy
             * @property {alpr.v1.Instant.$Properties} [since] CurrentFault since
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CurrentFault.
             * @memberof alpr.v1
             * @interface ICurrentFault
             * @augments alpr.v1.CurrentFault.$Properties
             * @deprecated Use alpr.v1.CurrentFault.$Properties instead.
             */

            /**
             * Shape of a CurrentFault.
             * @typedef {alpr.v1.CurrentFault.$Properties} alpr.v1.CurrentFault.$Shape
             */

            /**
             * Constructs a new CurrentFault.
             * @memberof alpr.v1
             * @classdesc Represents a CurrentFault.
             * @constructor
             * @param {alpr.v1.CurrentFault.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CurrentFault = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CurrentFault code.
             * @member {string} code
             * @memberof alpr.v1.CurrentFault
             * @instance
             */
            CurrentFault.prototype.code = "";

            /**
             * CurrentFault meaning.
             * @member {string} meaning
             * @memberof alpr.v1.CurrentFault
             * @instance
             */
            CurrentFault.prototype.meaning = "";

            /**
             * CurrentFault remedy.
             * @member {string} remedy
             * @memberof alpr.v1.CurrentFault
             * @instance
             */
            CurrentFault.prototype.remedy = "";

            /**
             * CurrentFault since.
             * @member {alpr.v1.Instant} since
             * @memberof alpr.v1.CurrentFault
             * @instance
             */
            CurrentFault.prototype.since = null;

            /**
             * Encodes the specified CurrentFault message. Does not implicitly {@link alpr.v1.CurrentFault.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.CurrentFault
             * @static
             * @param {alpr.v1.CurrentFault.$Properties} message CurrentFault message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CurrentFault.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.meaning != null && $Object.hasOwnProperty.call(message, "meaning") && message.meaning !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.meaning);
                if (message.remedy != null && $Object.hasOwnProperty.call(message, "remedy") && message.remedy !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.remedy);
                if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                    $root.alpr.v1.Instant.encode(message.since, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CurrentFault message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.CurrentFault
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.CurrentFault & alpr.v1.CurrentFault.$Shape} CurrentFault
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CurrentFault.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.CurrentFault();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.meaning = value;
                            else
                                delete message.meaning;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.remedy = value;
                            else
                                delete message.remedy;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.since = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.since);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CurrentFault;
        })();

        /**
         * Presence enum.
         * @name alpr.v1.Presence
         * @enum {number}
         * @property {number} PRESENCE_UNSPECIFIED=0 PRESENCE_UNSPECIFIED value
         * @property {number} PRESENCE_ONLINE=1 PRESENCE_ONLINE value
         * @property {number} PRESENCE_SHUT_DOWN=2 PRESENCE_SHUT_DOWN value
         * @property {number} PRESENCE_LOST=3 PRESENCE_LOST value
         */
        v1.Presence = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PRESENCE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PRESENCE_ONLINE"] = 1;
            values[valuesById[2] = "PRESENCE_SHUT_DOWN"] = 2;
            values[valuesById[3] = "PRESENCE_LOST"] = 3;
            return values;
        })();

        v1.State = (function() {

            /**
             * Properties of a State.
             * @typedef {Object} alpr.v1.State.$Properties
             * @property {alpr.v1.Origin.$Properties} [origin] State origin
             * @property {alpr.v1.Presence} [presence] State presence
             * @property {alpr.v1.Instant.$Properties} [at] State at
             * @property {string} [softwareVersion] State softwareVersion
             * @property {string} [auditKey] State auditKey
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a State.
             * @memberof alpr.v1
             * @interface IState
             * @augments alpr.v1.State.$Properties
             * @deprecated Use alpr.v1.State.$Properties instead.
             */

            /**
             * Shape of a State.
             * @typedef {alpr.v1.State.$Properties} alpr.v1.State.$Shape
             */

            /**
             * Constructs a new State.
             * @memberof alpr.v1
             * @classdesc Represents a State.
             * @constructor
             * @param {alpr.v1.State.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const State = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * State origin.
             * @member {alpr.v1.Origin} origin
             * @memberof alpr.v1.State
             * @instance
             */
            State.prototype.origin = null;

            /**
             * State presence.
             * @member {alpr.v1.Presence} presence
             * @memberof alpr.v1.State
             * @instance
             */
            State.prototype.presence = 0;

            /**
             * State at.
             * @member {alpr.v1.Instant} at
             * @memberof alpr.v1.State
             * @instance
             */
            State.prototype.at = null;

            /**
             * State softwareVersion.
             * @member {string} softwareVersion
             * @memberof alpr.v1.State
             * @instance
             */
            State.prototype.softwareVersion = "";

            /**
             * State auditKey.
             * @member {string} auditKey
             * @memberof alpr.v1.State
             * @instance
             */
            State.prototype.auditKey = "";

            /**
             * Encodes the specified State message. Does not implicitly {@link alpr.v1.State.verify|verify} messages.
             * @function encode
             * @memberof alpr.v1.State
             * @static
             * @param {alpr.v1.State.$Properties} message State message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            State.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.alpr.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.presence != null && $Object.hasOwnProperty.call(message, "presence") && message.presence !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.presence);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                    $root.alpr.v1.Instant.encode(message.at, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.softwareVersion != null && $Object.hasOwnProperty.call(message, "softwareVersion") && message.softwareVersion !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.softwareVersion);
                if (message.auditKey != null && $Object.hasOwnProperty.call(message, "auditKey") && message.auditKey !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.auditKey);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a State message from the specified reader or buffer.
             * @function decode
             * @memberof alpr.v1.State
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {alpr.v1.State & alpr.v1.State.$Shape} State
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            State.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.alpr.v1.State();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.alpr.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.presence = value;
                            else
                                delete message.presence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.at = $root.alpr.v1.Instant.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.softwareVersion = value;
                            else
                                delete message.softwareVersion;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.auditKey = value;
                            else
                                delete message.auditKey;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return State;
        })();

        return v1;
    })();

    return alpr;
})();

export {
  $root as default
};
